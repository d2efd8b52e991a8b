package dev.stickcheck.cookie;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieRefusal.Reason;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cookies of one session, kept and returned as a browser would (RFC 6265bis, draft 22).
///
/// Not thread safe: one session, one owner. It has no string form, since what it holds are credentials.
public final class CookieJar {
    private final InstantSource clock;
    private final PublicSuffixes suffixes;
    private final @Nullable Origin probed;
    private final Shelf shelf = new Shelf();
    private @Nullable URI lastUri;
    private @Nullable Origin lastOrigin;
    private long turn;

    /// An empty jar that does not ask whether what it keeps can be returned.
    public CookieJar(InstantSource clock, PublicSuffixes suffixes) {
        this(clock, suffixes, null);
    }

    /// An empty jar that also reports what it keeps and can never return to the URL `probed`.
    public CookieJar(InstantSource clock, PublicSuffixes suffixes, @Nullable URI probed) {
        this.clock = clock;
        this.suffixes = suffixes;
        this.probed = probed == null ? null : Origin.of(probed);
        if (probed != null && this.probed == null) {
            throw new IllegalArgumentException("the probed URL must have a host that DNS could know");
        }
    }

    /// Stores what an answer of `uri` sets, given its raw `Set-Cookie` values in order.
    public Received receive(URI uri, List<String> setCookie) {
        if (setCookie.isEmpty()) {
            return Received.NONE;
        }
        Origin origin = origin(uri);
        long now = clock.millis();
        List<String> set = new ArrayList<>(setCookie.size());
        List<CookieRefusal> refused = new ArrayList<>(0);
        for (String header : setCookie) {
            SetCookie cookie = SetCookie.parse(header);
            set.add(cookie.label());
            switch (cookie) {
                case SetCookie.Malformed malformed -> refused.add(malformed.refusal());
                case SetCookie.Wellformed wellformed -> receive(wellformed, origin, now, refused);
            }
        }
        return new Received(set, refused);
    }

    private void receive(SetCookie.Wellformed cookie, @Nullable Origin origin, long now, List<CookieRefusal> refused) {
        if (origin == null) {
            refused.add(new CookieRefusal(cookie.label(), Reason.DOMAIN_MISMATCH));
            return;
        }
        Admission admission = Admission.of(cookie, origin, suffixes);
        Reason broken = admission.refusal(shelf, now);
        if (broken != null) {
            refused.add(new CookieRefusal(cookie.label(), broken));
            return;
        }
        store(admission, now, refused);
    }

    private void store(Admission admission, long now, List<CookieRefusal> refused) {
        SetCookie.Wellformed cookie = admission.cookie();
        StoredCookie old = shelf.find(cookie.name(), admission.reach(), admission.path());
        long endsAt = cookie.attributes().lifetime().endsAt(now);
        if (endsAt <= now) {
            delete(cookie, old, now, refused);
            return;
        }
        turn++;
        StoredCookie fresh =
                new StoredCookie(admission, endsAt, old == null || old.hasEnded(now) ? turn : old.created(), turn);
        shelf.put(fresh, old);
        report(fresh, refused);
        StoredCookie givenUp = shelf.giveUpOne(now);
        if (givenUp != null) {
            refused.add(new CookieRefusal(givenUp.label(), Reason.JAR_FULL));
        }
    }

    /// A lifetime in the past deletes what is there; where nothing is, the server meant to set something, unless the
    /// value is empty: that is how a cookie is deleted that may not be there.
    private void delete(
            SetCookie.Wellformed cookie, @Nullable StoredCookie old, long now, List<CookieRefusal> refused) {
        if (old == null && cookie.value().isEmpty()) {
            return;
        }
        if (old == null) {
            refused.add(new CookieRefusal(cookie.label(), Reason.EXPIRED_ON_ARRIVAL));
        } else if (!old.hasEnded(now)) {
            shelf.remove(old);
        }
    }

    private void report(StoredCookie kept, List<CookieRefusal> refused) {
        Reason hindrance = probed == null ? null : kept.hindrance(probed);
        if (hindrance != null) {
            refused.add(new CookieRefusal(kept.label(), hindrance));
        }
    }

    /// The `Cookie` header of a request to `uri`; drops the cookies whose lifetime ended and tells their names once.
    public Sent send(URI uri) {
        if (shelf.isIdle()) {
            return Sent.NONE;
        }
        List<String> ended = shelf.tellEnded(clock.millis());
        Origin origin = origin(uri);
        if (origin == null) {
            return new Sent(null, List.of(), ended);
        }
        turn++;
        List<StoredCookie> going = going(origin);
        return switch (going.size()) {
            case 0 -> ended.isEmpty() ? Sent.NONE : new Sent(null, List.of(), ended);
            case 1 -> new Sent(going.getFirst().pair(), List.of(going.getFirst().label()), ended);
            default ->
                new Sent(header(going), going.stream().map(StoredCookie::label).toList(), ended);
        };
    }

    private List<StoredCookie> going(Origin origin) {
        List<StoredCookie> going = new ArrayList<>(shelf.cookies().length);
        for (StoredCookie cookie : shelf.cookies()) {
            if (cookie.hindrance(origin) == null) {
                cookie.use(turn);
                going.add(cookie);
            }
        }
        return going;
    }

    private static String header(List<StoredCookie> going) {
        StringBuilder header = new StringBuilder();
        for (StoredCookie cookie : going) {
            header.append(header.isEmpty() ? "" : "; ").append(cookie.pair());
        }
        return header.toString();
    }

    /// How many cookies there are.
    public int size() {
        return shelf.size(clock.millis());
    }

    /// The value of the first cookie of that name that a request to `uri` would carry, or null.
    public @Nullable String value(URI uri, String name) {
        Origin origin = origin(uri);
        long now = clock.millis();
        for (StoredCookie cookie : shelf.cookies()) {
            if (origin != null
                    && cookie.name().equals(name)
                    && !cookie.hasEnded(now)
                    && cookie.hindrance(origin) == null) {
                return cookie.value();
            }
        }
        return null;
    }

    /// A session asks for one URL again and again: the same object, whose origin is known already.
    // Equal URIs may differ in the case of an escape (%2f, %2F), which to a cookie's path is another path.
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Origin origin(URI uri) {
        if (uri != lastUri) {
            lastOrigin = Origin.of(uri);
            lastUri = uri;
        }
        return lastOrigin;
    }
}
