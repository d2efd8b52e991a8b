package dev.stickcheck.simulations;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// What a session asks. Extend it to measure your own requests:
///
/// ```java
/// public final class ShopJourney extends Journey {
///     @Override
///     public List<ChainBuilder> steps(Context context) {
///         return List.of(
///                 exec(http("login").post("/login").formParam("user", s -> "user-" + Journey.user(s))),
///                 exec(http("basket").get("/basket")),
///                 exec(http("order").post("/order").body(StringBody("{\"item\": 7}")).asJson()));
///     }
/// }
/// ```
///
/// and run `stickcheck compare --journey ShopJourney --journey-path src/journeys …`. Paths are relative to the target
/// of the arm. Cookies, pauses, pace, redirects and recording are the experiment's business, so that both arms differ
/// in affinity alone: a step sends its request and does not pause. A class needs a constructor without parameters.
public abstract class Journey {
    static final String USER = "stickcheck.user";
    static final String VISIT = "stickcheck.visit";
    static final String RANDOM = "stickcheck.random";
    static final String ARM = "stickcheck.arm";

    /// What a journey may want to know when it is asked for its steps.
    ///
    /// @param path of the target, query included, such as `/api/health`
    /// @param requestsPerSession as many steps a session should have, where the journey has no number of its own
    /// @param method of the request that was asked for, such as `GET`
    /// @param body of it; empty: none
    public record Context(String path, int requestsPerSession, String method, String body) {}

    /// The steps of a session in their order, at least two: the first is kept apart, since it is cold in both arms.
    /// Called once for each arm.
    ///
    /// A step usually sends one request. One that sends several counts them all, and only the first of them is sent
    /// at its intended time. A step must not make its user leave (`exitHere` and its like): nobody would take over.
    public abstract List<ChainBuilder> steps(Context context);

    /// Statuses by which the target says that it no longer knows the session, beside an `X-Session-Lost` header.
    public Set<Integer> lostStatuses() {
        return Set.of();
    }

    /// The number of the virtual user, from 0.
    public static int user(Session session) {
        return session.getInt(USER);
    }

    /// The number of the user's session, from 0.
    public static int visit(Session session) {
        return session.getInt(VISIT);
    }

    /// `on` or `off`: for what must not be shared between the arms, such as the name of an account.
    public static String arm(Session session) {
        return session.getString(ARM);
    }

    /// Random numbers that are the same in both arms for the same user's same session. Not to be kept.
    public static SplittableRandom random(Session session) {
        SplittableRandom random = session.get(RANDOM);
        return random;
    }
}
