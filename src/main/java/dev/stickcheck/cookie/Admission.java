package dev.stickcheck.cookie;

import dev.stickcheck.cookie.Reach.Domain;
import dev.stickcheck.cookie.Reach.HostOnly;
import dev.stickcheck.cookie.Reach.Nowhere;
import dev.stickcheck.model.CookieRefusal.Reason;
import org.jspecify.annotations.Nullable;

/// A well-formed cookie at the door of a jar, and the rules that may turn it away.
///
/// RFC 6265bis section 5.7, steps 7 to 22, in that order: the first rule that is broken is the reason. All
/// requests of a session count as same-site, so `SameSite=Strict` and `Lax` (and none, which is enforced as
/// `Lax`) turn nothing away.
///
/// @param path the `Path`, or its default
record Admission(SetCookie.Wellformed cookie, Origin origin, Reach reach, String path) {
    private static final String SECURE = "__secure-";
    private static final String HOST = "__host-";

    static Admission of(SetCookie.Wellformed cookie, Origin origin, PublicSuffixes suffixes) {
        Attributes attributes = cookie.attributes();
        Reach reach = Reach.of(attributes.domain(), origin.host(), suffixes);
        return new Admission(cookie, origin, reach, attributes.pathFor(origin.path()));
    }

    /// The rule that turns this cookie away from a jar that holds `held`, or null.
    @Nullable
    Reason refusal(Shelf held, long now) {
        if (reach instanceof Nowhere nowhere) {
            return nowhere.reason();
        }
        boolean secure = cookie.attributes().secure();
        if (secure && !origin.isSecure()) {
            return Reason.SECURE_OVER_HTTP;
        }
        if (!secure && !origin.isSecure() && held.contains(c -> overlays(c, now))) {
            return Reason.OVERLAYS_SECURE;
        }
        if (cookie.attributes().sameSiteNone() && !secure) {
            return Reason.NONE_WITHOUT_SECURE;
        }
        return prefixRefusal(secure);
    }

    /// Whether this cookie would hide the secure one from a server that reads the first of a name (step 16).
    private boolean overlays(StoredCookie held, long now) {
        return held.isSecure()
                && held.name().equals(cookie.name())
                && !held.hasEnded(now)
                && CookiePath.covers(held.path(), path)
                && sharesHosts(held.reach());
    }

    /// Whether one of the two domains lies within the other. An address lies within nothing but itself.
    private boolean sharesHosts(Reach held) {
        String own = name(reach);
        String other = name(held);
        return own.equals(other)
                || (!origin.host().isAddress() && (HostName.isBelow(own, other) || HostName.isBelow(other, own)));
    }

    private static String name(Reach reach) {
        return switch (reach) {
            case HostOnly only -> only.host();
            case Domain domain -> domain.name();
            case Nowhere nowhere -> "";
        };
    }

    /// Steps 20 to 22: what a name promises must hold, and a nameless cookie must not look as if it had such a name.
    private @Nullable Reason prefixRefusal(boolean secure) {
        if (cookie.name().isEmpty()) {
            return namelessRefusal();
        }
        if (Ascii.startsWithIgnoreCase(cookie.name(), 0, SECURE) && !secure) {
            return Reason.SECURE_PREFIX;
        }
        if (Ascii.startsWithIgnoreCase(cookie.name(), 0, HOST) && !(secure && isForOneHost())) {
            return Reason.HOST_PREFIX;
        }
        return null;
    }

    private boolean isForOneHost() {
        return reach instanceof HostOnly && cookie.attributes().pathGiven() && path.equals("/");
    }

    private @Nullable Reason namelessRefusal() {
        if (Ascii.startsWithIgnoreCase(cookie.value(), 0, SECURE)) {
            return Reason.SECURE_PREFIX;
        }
        return Ascii.startsWithIgnoreCase(cookie.value(), 0, HOST) ? Reason.HOST_PREFIX : null;
    }
}
