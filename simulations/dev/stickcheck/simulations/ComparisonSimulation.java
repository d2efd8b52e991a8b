package dev.stickcheck.simulations;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;

import dev.stickcheck.compare.Instructions;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.ErrorKind;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Asks with affinity and without, in turns: both arms have the same users, pauses, sessions and sequence of requests.
///
/// Each arm has virtual users of its own, who rest while it is the other's turn, keep their session over it, and go on.
/// The user of the same number in the other arm does the same things in the same order.
public final class ComparisonSimulation extends Simulation {
    private static final String WAIT = "stickcheck.wait";
    private static final String PACE = "stickcheck.pace";
    private static final long LEAVE = -1;

    private final Run run = Run.current();
    private final Instructions instructions = run.instructions;
    private final Map<Arm, AtomicInteger> users = Map.of(Arm.ON, new AtomicInteger(), Arm.OFF, new AtomicInteger());
    private final Map<Integer, Long> seeds = new ConcurrentHashMap<>();

    public ComparisonSimulation() {
        try {
            Journey journey = Journeys.named(instructions.journey());
            setUp(arm(Arm.ON, instructions.on(), journey), arm(Arm.OFF, instructions.off(), journey));
        } catch (Journeys.BadJourney problem) {
            run.journeyFailed(String.valueOf(problem.getMessage()));
            throw new IllegalArgumentException(problem);
        }
    }

    @Override
    public void before() {
        Thread.ofPlatform().daemon().name("turns").start(run.turns::run);
    }

    private PopulationBuilder arm(Arm arm, URI target, Journey journey) throws Journeys.BadJourney {
        List<ChainBuilder> steps = Journeys.steps(journey, context(target));
        List<ChainBuilder> session = new ArrayList<>();
        session.add(exec(this::newVisit).exec(flushCookieJar()));
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            // A session that the target has lost ends there.
            session.add(doIf(this::isAlive).then(turn().exec(asked(arm, steps.get(i), last))));
        }
        if (instructions.wire().connections() == ConnectionPolicy.PER_SESSION) {
            UserConnections connections = new UserConnections();
            session.add(connections.learned());
            session.add(doIf(any -> !isAlive(any)).then(exec(connections::close)));
        }
        return scenario(word(arm))
                .exec(first -> arrive(first, arm))
                .exec(asLongAs(any -> !run.turns.over()).on(exec(session)))
                .injectOpen(atOnceUsers(instructions.pace().users()))
                .protocols(Wiring.of(run, target, journey.lostStatuses()));
    }

    private Journey.Context context(URI target) {
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String body = instructions.request().body();
        return new Journey.Context(
                target.getRawPath() + query,
                instructions.pace().requestsPerSession(),
                instructions.request().method(),
                body == null ? "" : body);
    }

    private static String word(Arm arm) {
        return arm.name().toLowerCase(Locale.ROOT);
    }

    private Session arrive(Session session, Arm arm) {
        int user = Objects.requireNonNull(users.get(arm)).getAndIncrement();
        Visit visit = run.visit(session.userId(), arm, user);
        return session.set(Journey.USER, user)
                .set(Journey.ARM, word(arm))
                .set(PACE, new UserPace(run.turns, visit, instructions));
    }

    private Session newVisit(Session session) {
        Visit visit = run.visit(session.userId());
        int number = visit == null ? 0 : visit.begin();
        long seed = seed(session.getInt(Journey.USER)) + 0x9E3779B97F4A7C15L * number;
        return session.set(Journey.VISIT, number).set(Journey.RANDOM, new SplittableRandom(seed));
    }

    private boolean isAlive(Session session) {
        Visit visit = run.visit(session.userId());
        return visit != null && !visit.lost();
    }

    private long seed(int user) {
        return seeds.computeIfAbsent(
                user, number -> new SplittableRandom(instructions.seed() + 31L * number).nextLong());
    }

    /// Rests until it is this user's time, or leaves.
    private ChainBuilder turn() {
        return exec(this::look)
                .exec(asLongAs(session -> session.getLong(WAIT) > 0)
                        .on(pause(session -> Duration.ofMillis(session.getLong(WAIT)))
                                .exec(this::look)))
                .exitHereIf(session -> session.getLong(WAIT) == LEAVE);
    }

    private Session look(Session session) {
        UserPace pace = session.get(PACE);
        return switch (pace.next(System.nanoTime())) {
            case UserPace.Next.Leave leave -> session.set(WAIT, LEAVE);
            // Rounded down: what the timer cannot do must not look like the target's lateness.
            case UserPace.Next.Wait(long nanos) -> session.set(WAIT, Math.max(1, nanos / 1_000_000));
            case UserPace.Next.Go(int turn, long intended) -> {
                Visit visit = run.visit(session.userId());
                yield session.set(WAIT, visit == null || visit.step(turn, intended) ? 0L : 1L);
            }
        };
    }

    private ChainBuilder asked(Arm arm, ChainBuilder step, boolean last) {
        ChainBuilder marked = exec(session -> session.set(Wiring.LAST, last));
        ChainBuilder ready = run.keepsCookies(arm) ? marked : marked.exec(flushCookieJar());
        return ready.exec(group(word(arm)).on(step)).exec(this::rest);
    }

    private Session rest(Session session) {
        long now = System.nanoTime();
        Visit visit = run.visit(session.userId());
        if (visit != null) {
            visit.failed(ErrorKind.CONNECTION_FAILED, now);
            visit.stepOver();
        }
        UserPace pace = session.get(PACE);
        pace.answered(now);
        return session.markAsSucceeded();
    }
}
