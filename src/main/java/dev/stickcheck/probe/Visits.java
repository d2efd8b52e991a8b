package dev.stickcheck.probe;

import dev.stickcheck.cookie.CookieJar;
import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.cookie.Received;
import dev.stickcheck.cookie.Sent;
import dev.stickcheck.identify.Answer;
import dev.stickcheck.identify.Identifier;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Request.Header;
import dev.stickcheck.probe.Transport.Hop;
import dev.stickcheck.probe.Transport.Reply;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a request carries and what its answer means: cookies, redirects, the instance.
final class Visits {
    /// What an instance calls itself that was not told its name: many may do so, so it names none.
    private static final String UNKNOWN = "unknown";

    /// Go when a redirect takes the body away (Fetch, HTTP-redirect fetch).
    private static final Set<String> OF_BODY =
            Set.of("content-encoding", "content-language", "content-location", "content-type");

    private final Plan plan;
    private final InstantSource time;
    private final PublicSuffixes suffixes;
    private final Clock clock;
    private final Identifier identifier;
    private final List<Header> ownHeaders;
    private final String ownCookies;
    private final List<Header> plainHeaders;

    Visits(Plan plan, InstantSource time, PublicSuffixes suffixes, Clock clock) {
        this.plan = plan;
        this.time = time;
        this.suffixes = suffixes;
        this.clock = clock;
        this.identifier = new Identifier(plan.instanceSource());
        this.plainHeaders = List.of(new Header("User-Agent", "stickcheck"));
        List<Header> given = plan.request().headers();
        this.ownHeaders =
                withAgent(given.stream().filter(header -> !isCookie(header)).toList());
        this.ownCookies =
                given.stream().filter(Visits::isCookie).map(Header::value).collect(Collectors.joining("; "));
    }

    private static boolean isCookie(Header header) {
        return header.name().equalsIgnoreCase("Cookie");
    }

    private List<Header> withAgent(List<Header> given) {
        boolean named = given.stream().anyMatch(header -> header.name().equalsIgnoreCase("User-Agent"));
        List<Header> headers = new ArrayList<>(named ? List.of() : plainHeaders);
        headers.addAll(given);
        return List.copyOf(headers);
    }

    CookieJar newJar() {
        return new CookieJar(time, suffixes, plan.url());
    }

    /// A session's next request; its number is `session.sent` already.
    Visit begin(SessionRun session, long intended, long now) {
        if (!plan.network().keepCookies()) {
            session.jar = newJar();
        }
        Sent cookies = session.jar.send(plan.url());
        String header = withOwn(cookies.header());
        Visit visit = new Visit(
                session,
                plan.url(),
                plan.request().method(),
                intended,
                now,
                cookies.names(),
                cookies.ended(),
                header == null ? 0 : header.length());
        visit.cookieHeader = header;
        return visit;
    }

    private @Nullable String withOwn(@Nullable String fromJar) {
        if (ownCookies.isEmpty()) {
            return fromJar;
        }
        return fromJar == null ? ownCookies : ownCookies + "; " + fromJar;
    }

    /// What goes on the wire for the visit's present hop.
    Hop hop(Visit visit) {
        List<Header> headers = new ArrayList<>(visit.crossed ? plainHeaders : ownHeaders);
        boolean asGiven = visit.method.equals(plan.request().method());
        if (!asGiven) {
            headers.removeIf(header -> OF_BODY.contains(header.name().toLowerCase(Locale.ROOT)));
        }
        if (visit.cookieHeader != null) {
            headers.add(new Header("Cookie", visit.cookieHeader));
        }
        String body = asGiven && !visit.crossed ? plan.request().body() : null;
        return new Hop(visit.uri, visit.method, headers, body, visit.session.route);
    }

    /// Takes a reply's cookies into the jar, and says whether it sends the visit on to another hop.
    boolean goesOn(Visit visit, Reply reply) {
        if (!(reply instanceof Reply.Answer answer)) {
            return false;
        }
        List<String> setCookie = answer.headers().get("set-cookie");
        if (setCookie != null) {
            Received received = visit.session.jar.receive(visit.uri, setCookie);
            visit.received(received.set(), received.refused());
        }
        if (plan.webSocket() || !Redirects.isRedirect(answer) || visit.hops >= Redirects.MOST) {
            return false;
        }
        URI next = Redirects.next(visit.uri, answer);
        if (next == null) {
            return false;
        }
        visit.hops++;
        visit.crossed |= !Redirects.sameOrigin(visit.uri, next);
        if (Redirects.becomesGet(answer.status(), visit.method)) {
            visit.method = "GET";
        }
        visit.uri = next;
        String fromJar = visit.session.jar.send(next).header();
        visit.cookieHeader = visit.crossed ? fromJar : withOwn(fromJar);
        return true;
    }

    Observation observation(Visit visit, Reply reply, long nanos) {
        SessionRun session = visit.session;
        int source = session.route.source();
        InetAddress address =
                source < 0 ? null : plan.network().sourceAddresses().get(source);
        return new Observation(
                clock.at(visit.sent),
                session.name,
                session.launch,
                visit.sequence,
                session.arm,
                outcome(visit, reply),
                Duration.ofNanos(Math.max(0, nanos - visit.sent)),
                Duration.ofNanos(Math.max(0, nanos - visit.intended)),
                reply instanceof Reply.Answer answer ? answer.connection() : null,
                address == null ? null : address.getHostAddress(),
                trace(visit),
                visit.cookieBytes);
    }

    private static CookieTrace trace(Visit visit) {
        boolean nothing = visit.cookiesSent.isEmpty()
                && visit.cookiesSet.isEmpty()
                && visit.cookiesEnded.isEmpty()
                && visit.refused.isEmpty();
        return nothing
                ? CookieTrace.NONE
                : new CookieTrace(visit.cookiesSent, visit.cookiesSet, visit.cookiesEnded, visit.refused);
    }

    private Outcome outcome(Visit visit, Reply reply) {
        return switch (reply) {
            case Reply.Failure(ErrorKind kind, String detail) -> new Outcome.NoAnswer(kind, detail);
            case Reply.Answer answer when !plan.webSocket() && Redirects.isRedirect(answer) -> unfollowed(visit);
            case Reply.Answer answer -> {
                String instance = identifier.identify(
                        new Answer(answer.headers(), name -> visit.session.jar.value(visit.uri, name), answer.body()));
                yield instance == null || instance.equalsIgnoreCase(UNKNOWN)
                        ? new Outcome.Unidentified(answer.status())
                        : new Outcome.Identified(instance, answer.status());
            }
        };
    }

    private static Outcome unfollowed(Visit visit) {
        return visit.hops >= Redirects.MOST
                ? new Outcome.NoAnswer(
                        ErrorKind.REDIRECT_LOOP, "redirected " + Redirects.MOST + " times without an end")
                : new Outcome.NoAnswer(ErrorKind.BAD_REDIRECT, "redirected to a Location that is no http URL");
    }
}
