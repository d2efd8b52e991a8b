package dev.stickcheck.probe;

import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.probe.Transport.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Sends a plan's sessions at a target and tells what they met.
///
/// One thread at a time owns all state: it draws the arm of the next request, picks the session, sends, and takes the
/// replies that have come. That is the thread that brought a reply, so that none has to be handed on; the caller's own
/// waits for what is due by the clock. Before each request it is asked what is still wanted, so that whoever judges can
/// end the run, and does not know how it is judged.
public final class Probe {
    private static final long OVER = Long.MIN_VALUE;

    private final Plan plan;
    private final Schedule schedule;
    private final RandomGenerator random;
    private final Transport transport;
    private final Clock clock;
    private final Visits visits;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Turns turns = new Turns(this::turn);
    private final Alarm alarm = new Alarm();
    private final SequencedSet<Visit> underWay = new LinkedHashSet<>();
    private final Rounds rounds;
    private final List<SessionRun> launching = new ArrayList<>();
    private final String run;
    private @Nullable Task task;
    private volatile boolean interrupted;
    private volatile boolean over;
    private @Nullable RuntimeException failure;
    private @Nullable Ending ending;
    private @Nullable Arm drawn;
    private int inFlight;
    private int openSessions;
    private long launchedSessions;
    private long launchedControls;
    private long requests;

    /// What a run was given, and its bounds in nanoseconds of the clock.
    private record Task(Pace pace, long end, Consumer<Observation> observed, Supplier<Demand> demand) {}

    /// A reply, and when it came.
    private record Arrival(Visit visit, Reply reply, long nanos) {}

    /// @param time of observations and of cookies' lifetimes
    /// @param random source of every choice, seeded by the caller
    public Probe(Plan plan, Transport transport, InstantSource time, PublicSuffixes suffixes, RandomGenerator random) {
        this.plan = plan;
        this.schedule = plan.schedule();
        this.random = random;
        this.transport = transport;
        this.clock = Clock.from(time);
        this.visits = new Visits(plan, time, suffixes, clock);
        this.rounds = new Rounds(random, schedule.requestsPerSession());
        this.run = Long.toString(time.instant().toEpochMilli(), 36);
    }

    /// Ends the run soon, from any thread; what was observed stays observed.
    public void interrupt() {
        interrupted = true;
        turns.take();
    }

    /// Probes until nothing more is wanted, a bound of the plan is reached, or it is interrupted.
    ///
    /// @param observed is told of each request as its answer is complete, on one thread at a time
    /// @param demand is asked before each request is chosen, on one thread at a time
    public Ending run(Consumer<Observation> observed, Supplier<Demand> demand) {
        long start = clock.nanos();
        long end = schedule.duration() == null
                ? Long.MAX_VALUE
                : start + schedule.duration().toNanos();
        Pace pace = new Pace(schedule.rate(), schedule.concurrency(), start);
        task = new Task(pace, end, observed, demand);
        while (!over) {
            turns.take();
            if (!over) {
                alarm.await(clock.nanos());
                if (Thread.currentThread().isInterrupted()) {
                    interrupted = true;
                }
            }
        }
        underWay.forEach(Probe::cancel);
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(ending);
    }

    private void turn() {
        Task task = this.task;
        if (task == null || over) {
            return;
        }
        try {
            long due = advance(task);
            over = due == OVER;
            alarm.set(due);
        } catch (RuntimeException | Error e) {
            failure = e instanceof RuntimeException known ? known : new IllegalStateException(e);
            over = true;
            alarm.set(OVER);
        }
    }

    /// Does all that can be done now, and tells when there will be more to do if no reply comes before.
    private long advance(Task task) {
        while (true) {
            takeReplies(task.observed());
            long now = clock.nanos();
            giveUpOverdue(now, task.observed());
            if (ending == null) {
                ending = bound(now, task.end());
            }
            if (ending != null) {
                return inFlight == 0 || interrupted ? OVER : nextDeadline();
            }
            long wait = inFlight >= schedule.concurrency() ? Long.MAX_VALUE : sendNext(task.pace(), now, task.demand());
            if (wait > 0) {
                long next = Math.min(nextDeadline(), task.end());
                return wait < next - now ? now + wait : next;
            }
        }
    }

    private @Nullable Ending bound(long now, long end) {
        if (interrupted) {
            return new Ending(Kind.INTERRUPTED, "interrupted");
        }
        if (now >= end) {
            return new Ending(Kind.BOUNDED, "the time given by --duration is over");
        }
        if (schedule.maxRequests() != null && requests >= schedule.maxRequests()) {
            return new Ending(Kind.BOUNDED, "--max-requests " + schedule.maxRequests() + " are sent");
        }
        return null;
    }

    /// Sends one request if one may leave now; otherwise tells in how many nanoseconds that may change.
    private long sendNext(Pace pace, long now, Supplier<Demand> demand) {
        long untilSlot = pace.untilNext(now);
        if (untilSlot > 0) {
            return untilSlot;
        }
        return switch (demand.get()) {
            case Demand.Stop(Ending reason) -> {
                ending = reason;
                yield 0;
            }
            case Demand.More more -> {
                SessionRun session = choose(more, now);
                if (session == null) {
                    long wait = rounds.untilReady(now);
                    if (wait == Long.MAX_VALUE && inFlight == 0) {
                        ending = new Ending(Kind.COMPLETED, "every session is done");
                        yield 0;
                    }
                    yield wait;
                }
                drawn = null;
                send(session, pace.take(now));
                yield 0;
            }
        };
    }

    private @Nullable SessionRun choose(Demand.More more, long now) {
        // Drawn once a slot: which session happens to be ready must not decide which arm is sent.
        if (drawn == null || more.controlShare() == 0 || more.controlShare() == 1) {
            drawn = random.nextDouble() < more.controlShare() ? Arm.CONTROL : Arm.STICKY;
        }
        return drawn == Arm.CONTROL ? launch(Arm.CONTROL) : sticky(more, now);
    }

    private @Nullable SessionRun sticky(Demand.More more, long now) {
        boolean noMore = launchedSessions >= more.sessionLimit();
        if (!launching.isEmpty() && (noMore || launching.size() >= schedule.concurrency())) {
            rounds.replace(launching);
            launching.clear();
        }
        if (launching.isEmpty() && !rounds.done()) {
            return rounds.next(now);
        }
        if (!noMore && openSessions < schedule.concurrency()) {
            SessionRun session = launch(Arm.STICKY);
            launching.add(session);
            openSessions++;
            return session;
        }
        // Nothing is left of the sticky arm: what the control arm still needs need not wait for it.
        return noMore && more.controlShare() > 0 ? launch(Arm.CONTROL) : null;
    }

    private SessionRun launch(Arm arm) {
        long serial = launchedSessions + launchedControls;
        int sources = plan.network().sourceAddresses().size();
        int source = sources == 0 ? -1 : (int) (serial % sources);
        long number = arm == Arm.STICKY ? launchedSessions++ : launchedControls++;
        return new SessionRun(number, run + "-" + serial, arm, new Transport.Route(serial, source), visits.newJar());
    }

    private void send(SessionRun session, long intended) {
        requests++;
        inFlight++;
        session.sent++;
        session.inFlight = true;
        // Read again: what the demand took to compute is no latency.
        Visit visit = visits.begin(session, intended, clock.nanos());
        underWay.add(visit);
        hop(visit);
    }

    private void hop(Visit visit) {
        visit.sending = transport.send(visits.hop(visit), (reply, ended) -> {
            arrivals.add(new Arrival(visit, reply, clock.since(ended)));
            turns.take();
        });
    }

    private void takeReplies(Consumer<Observation> observed) {
        for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
            Visit visit = arrival.visit();
            if (visit.over) {
                continue;
            }
            if (visits.goesOn(visit, arrival.reply())) {
                hop(visit);
            } else {
                finish(visit, visits.observation(visit, arrival.reply(), arrival.nanos()), observed);
            }
        }
    }

    private void finish(Visit visit, Observation observation, Consumer<Observation> observed) {
        visit.over = true;
        underWay.remove(visit);
        inFlight--;
        SessionRun session = visit.session;
        session.inFlight = false;
        session.readyAt = clock.nanos() + schedule.thinkTime().toNanos();
        boolean last = session.arm == Arm.CONTROL || session.sent >= schedule.requestsPerSession();
        if (last) {
            transport.endSession(session.route);
            if (session.arm == Arm.STICKY) {
                openSessions--;
            }
        }
        rounds.answered(session);
        observed.accept(observation);
    }

    // Requests are sent in order and have the same time: the first that is not over is the first to be overdue.
    private void giveUpOverdue(long now, Consumer<Observation> observed) {
        while (!underWay.isEmpty()) {
            Visit first = underWay.getFirst();
            if (now - first.sent < schedule.timeout().toNanos()) {
                return;
            }
            boolean answering = first.sending != null && first.sending.answering();
            cancel(first);
            ErrorKind kind = answering ? ErrorKind.BODY_TIMEOUT : ErrorKind.ANSWER_TIMEOUT;
            String what = answering ? "the answer did not end within " : "no answer within ";
            Reply reply = new Reply.Failure(kind, what + seconds(schedule.timeout()));
            finish(first, visits.observation(first, reply, now), observed);
        }
    }

    private static void cancel(Visit visit) {
        if (visit.sending != null) {
            visit.sending.cancel();
        }
    }

    /// When the first request that is under way will be overdue.
    private long nextDeadline() {
        return underWay.isEmpty()
                ? Long.MAX_VALUE
                : underWay.getFirst().sent + schedule.timeout().toNanos();
    }

    private static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
