package dev.stickcheck.cookie;

import dev.stickcheck.cookie.Reach.Domain;
import dev.stickcheck.cookie.Reach.HostOnly;
import dev.stickcheck.cookie.Reach.Nowhere;
import dev.stickcheck.model.CookieRefusal.Reason;
import org.jspecify.annotations.Nullable;

/// A cookie in the jar. It has no string form: its value is a credential.
final class StoredCookie {
    private final String name;
    private final String label;
    private final String pair;
    private final Reach reach;
    private final String path;
    private final boolean secure;
    private final long endsAt;
    private final long created;
    private long used;

    /// Built from an admitted cookie; `created` and `used` count the jar's turns, which are finer than a clock.
    StoredCookie(Admission admission, long endsAt, long created, long used) {
        SetCookie.Wellformed cookie = admission.cookie();
        this.name = cookie.name();
        this.label = cookie.label();
        this.pair = cookie.name().isEmpty() ? cookie.value() : cookie.name() + "=" + cookie.value();
        this.reach = admission.reach();
        this.path = admission.path();
        this.secure = cookie.attributes().secure();
        this.endsAt = endsAt;
        this.created = created;
        this.used = used;
    }

    /// Why a request to `origin` does not carry this cookie, or null: it does (RFC 6265bis section 5.8.3, step 3).
    @Nullable
    Reason hindrance(Origin origin) {
        if (!reaches(origin.host())) {
            return Reason.DOMAIN_NOT_COVERED;
        }
        if (!CookiePath.covers(path, origin.path())) {
            return Reason.PATH_NOT_COVERED;
        }
        return secure && !origin.isSecure() ? Reason.SECURE_NOT_COVERED : null;
    }

    private boolean reaches(HostName host) {
        return switch (reach) {
            case HostOnly only -> only.host().equals(host.text());
            case Domain domain -> host.matches(domain.name());
            case Nowhere nowhere -> false;
        };
    }

    /// Whether the other cookie takes this one's place (section 5.7, step 23).
    boolean isReplacedBy(String otherName, Reach otherReach, String otherPath) {
        return name.equals(otherName) && path.equals(otherPath) && reach.equals(otherReach);
    }

    boolean hasEnded(long now) {
        return endsAt <= now;
    }

    /// Longer paths first, then the older cookie (section 5.8.3, step 4).
    boolean comesBefore(StoredCookie other) {
        int longer = path.length() - other.path.length();
        return longer != 0 ? longer > 0 : created < other.created;
    }

    /// What to give up first in a full jar: what is not secure, then what was used longest ago (section 5.7).
    boolean goesBefore(@Nullable StoredCookie other) {
        if (other == null || secure != other.secure) {
            return other == null || other.secure;
        }
        return used != other.used ? used < other.used : created < other.created;
    }

    void use(long turn) {
        used = turn;
    }

    String name() {
        return name;
    }

    /// The name as it may be shown.
    String label() {
        return label;
    }

    /// What the `Cookie` header says of it, byte for byte what was received.
    String pair() {
        return pair;
    }

    String value() {
        return name.isEmpty() ? pair : pair.substring(name.length() + 1);
    }

    Reach reach() {
        return reach;
    }

    String path() {
        return path;
    }

    boolean isSecure() {
        return secure;
    }

    long created() {
        return created;
    }
}
