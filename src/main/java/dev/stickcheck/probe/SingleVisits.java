package dev.stickcheck.probe;

import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Plan;
import dev.stickcheck.probe.Transport.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends one request at a time of sessions that may pause for long, and waits for its answer.
public final class SingleVisits {
    private static final Reply NONE = new Reply.Failure(ErrorKind.ANSWER_TIMEOUT, "no answer in time");

    private final Plan plan;
    private final Transport transport;
    private final Clock clock;
    private final Visits visits;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Map<Integer, SessionRun> sessions = new HashMap<>();
    private volatile boolean interrupted;

    /// A reply, and when it came; without a visit it only ends a wait.
    private record Arrival(@Nullable Visit visit, Reply reply, long nanos) {}

    /// What a request came to.
    ///
    /// @param instance null when none was told
    /// @param sentAt since the beginning, as `answeredAt`
    public record Visited(@Nullable String instance, Duration sentAt, Duration answeredAt) {}

    /// @param time of cookies' lifetimes
    public SingleVisits(Plan plan, Transport transport, InstantSource time, PublicSuffixes suffixes) {
        this.plan = plan;
        this.transport = transport;
        this.clock = Clock.from(time);
        this.visits = new Visits(plan, time, suffixes, clock);
    }

    /// Ends every wait soon, from any thread.
    public void interrupt() {
        interrupted = true;
        arrivals.add(new Arrival(null, NONE, 0));
    }

    public boolean interrupted() {
        return interrupted || Thread.currentThread().isInterrupted();
    }

    /// Since the beginning.
    public Duration now() {
        return Duration.ofNanos(clock.nanos());
    }

    /// Waits until that time has come, or it is interrupted.
    public void await(Duration until) {
        while (clock.nanos() < until.toNanos() && !interrupted()) {
            next(until.toNanos());
        }
    }

    /// What comes before a time, or null.
    private @Nullable Arrival next(long until) {
        try {
            return arrivals.poll(until - clock.nanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// The next request of a session; a number that was never used begins a new one.
    public Visited send(int number) {
        SessionRun session = sessions.computeIfAbsent(number, this::begin);
        session.sent++;
        long intended = clock.nanos();
        Visit visit = visits.begin(session, intended, intended);
        hop(visit);
        long deadline = visit.sent + plan.schedule().timeout().toNanos();
        while (clock.nanos() < deadline && !interrupted()) {
            Arrival arrival = next(deadline);
            // A late answer to a request that was given up is nobody's.
            if (arrival == null || arrival.visit() != visit) {
                continue;
            }
            if (!visits.goesOn(visit, arrival.reply())) {
                return visited(visit, arrival.reply(), arrival.nanos());
            }
            hop(visit);
        }
        if (visit.sending != null) {
            visit.sending.cancel();
        }
        return visited(visit, NONE, clock.nanos());
    }

    private SessionRun begin(int number) {
        int sources = plan.network().sourceAddresses().size();
        int source = sources == 0 ? -1 : number % sources;
        return new SessionRun(
                number, "idle-" + number, Arm.STICKY, new Transport.Route(number, source), visits.newJar());
    }

    private void hop(Visit visit) {
        visit.sending = transport.send(
                visits.hop(visit), (reply, ended) -> arrivals.add(new Arrival(visit, reply, clock.since(ended))));
    }

    private Visited visited(Visit visit, Reply reply, long nanos) {
        return new Visited(
                visits.observation(visit, reply, nanos).instance(),
                Duration.ofNanos(visit.sent),
                Duration.ofNanos(nanos));
    }
}
