package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Plan;
import dev.stickcheck.probe.Transport.Sending;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When the probe sends: never before a session's last answer, at its pace, and within its bounds.
@Timeout(30)
class ProbeTimingTest {
    private static final String URL = "http://lb.test/";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sendsNoRequestBeforeTheSessionsLastAnswer(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Long, AtomicInteger> underWay = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Transport transport = new Whim((hop, done) -> {
                AtomicInteger own = underWay.computeIfAbsent(hop.route().session(), key -> new AtomicInteger());
                if (own.incrementAndGet() > 1) {
                    violations.add("session " + hop.route().session());
                }
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                long pause = random.nextLong(400_000);
                threads.execute(() -> {
                    LockSupport.parkNanos(pause);
                    now.decrementAndGet();
                    own.decrementAndGet();
                    done.accept(ScriptedTransport.answer(200, "X-Instance-ID: a"));
                });
                return ScriptedTransport.DONE;
            });

            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(URL)
                            .sessions(40, 5)
                            .concurrency(7)
                            .seed(seed)
                            .plan(),
                    transport);

            assertThat(run.observations()).as("seed %d", seed).hasSize(200);
            assertThat(run.bySession().values())
                    .allSatisfy(own ->
                            assertThat(own).extracting(Observation::sequence).containsExactly(1, 2, 3, 4, 5));
        }
        assertThat(violations).as("seed %d", seed).isEmpty();
        assertThat(most.get()).as("seed %d", seed).isBetween(1, 7);
    }

    @Test
    void leavesThinkTimeBetweenAnAnswerAndTheNextRequest() {
        Duration think = Duration.ofMillis(20);
        ProbeRun run =
                ProbeRun.of(PlanBuilder.of(URL).sessions(3, 3).thinkTime(think).plan(), ScriptedTransport.agreeable());

        assertThat(run.observations()).hasSize(9);
        assertThat(run.bySession().values()).allSatisfy(own -> {
            for (int i = 1; i < own.size(); i++) {
                assertThat(own.get(i).time())
                        .isAfterOrEqualTo(own.get(i - 1).answered().plus(think));
            }
        });
    }

    @Test
    void sendsNothingBeforeItsSlotAndKeepsBothLatencies() {
        double rate = 200;
        ProbeRun run = ProbeRun.of(PlanBuilder.of(URL).sessions(5, 4).rate(rate).plan(), ScriptedTransport.agreeable());
        Instant first = run.observations().getFirst().time();

        for (int i = 0; i < run.observations().size(); i++) {
            Observation observation = run.observations().get(i);
            Instant slot = first.plusNanos((long) (i * 1e9 / rate));
            // The first one may have left late itself, so that much of slack.
            assertThat(observation.time()).isAfterOrEqualTo(slot.minusMillis(50));
            assertThat(observation.response()).isGreaterThanOrEqualTo(observation.latency());
        }
    }

    @Test
    void countsTheWaitForALateSlotAsResponseTimeOnly() {
        // Nothing can be sent while the first answer is out, for there is but one session at a time.
        AtomicInteger turn = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Transport transport = new Whim((hop, done) -> {
                long pause = turn.getAndIncrement() == 0 ? 100_000_000 : 0;
                threads.execute(() -> {
                    LockSupport.parkNanos(pause);
                    done.accept(ScriptedTransport.answer(200, "X-Instance-ID: a"));
                });
                return ScriptedTransport.DONE;
            });
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(URL)
                            .sessions(1, 2)
                            .concurrency(100)
                            .rate(100)
                            .plan(),
                    transport);

            Observation late = run.observations().get(1);
            Duration wait = Duration.between(run.observations().getFirst().time(), late.time());
            assertThat(late.response().minus(late.latency()))
                    .isGreaterThan(Duration.ofMillis(50))
                    .isLessThanOrEqualTo(wait);
        }
    }

    @Test
    void doesNotCountTheTimeOfTheDemandAsLatency() {
        Instant wall = Instant.parse("2026-11-24T12:00:00Z");
        Plan plan = PlanBuilder.of(URL).sessions(1, 2).plan();
        ScriptedTransport transport = ScriptedTransport.agreeable();
        List<Observation> observed = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        Probe probe = new Probe(
                plan, transport, InstantSource.fixed(wall), PublicSuffixes.maintained(), new SplittableRandom(1));
        long made = System.nanoTime();

        probe.run(observed::add, () -> {
            LockSupport.parkNanos(30_000_000);
            asked.add(System.nanoTime());
            return new Demand.More(1, 0);
        });

        for (int i = 0; i < 2; i++) {
            long sent = made + Duration.between(wall, observed.get(i).time()).toNanos();
            assertThat(sent).isGreaterThanOrEqualTo(asked.get(i));
        }
    }

    @Test
    void givesUpWhatIsNotAnsweredInTime() {
        AtomicInteger cancelled = new AtomicInteger();
        Transport silent = new Whim((hop, done) -> new Whim.Hung(cancelled, false));

        ProbeRun run =
                ProbeRun.of(PlanBuilder.of(URL).sessions(3, 2).timeoutMillis(40).plan(), silent);

        assertThat(run.observations())
                .hasSize(6)
                .extracting(Observation::outcome)
                .containsOnly(new Outcome.NoAnswer(ErrorKind.ANSWER_TIMEOUT, "no answer within 40 ms"));
        assertThat(cancelled).hasValue(6);
        assertThat(run.ending().kind()).isEqualTo(Kind.COMPLETED);
    }

    @Test
    void tellsABodyThatDoesNotEndFromAnAnswerThatDoesNotCome() {
        Transport endless = new Whim((hop, done) -> new Whim.Hung(new AtomicInteger(), true));

        assertThat(ProbeRun.of(PlanBuilder.of(URL).timeoutMillis(2_00).plan(), endless)
                        .single()
                        .outcome())
                .isEqualTo(new Outcome.NoAnswer(ErrorKind.BODY_TIMEOUT, "the answer did not end within 200 ms"));
    }

    @Test
    void ignoresAReplyThatComesAfterItsTimeout() {
        List<Transport.Done> late = new ArrayList<>();
        Transport transport = new Whim((hop, done) -> {
            late.forEach(reply -> reply.accept(ScriptedTransport.answer(200, "X-Instance-ID: late")));
            late.clear();
            late.add(done);
            return new Whim.Hung(new AtomicInteger(), false);
        });

        ProbeRun run =
                ProbeRun.of(PlanBuilder.of(URL).sessions(1, 3).timeoutMillis(20).plan(), transport);

        assertThat(run.errors()).hasSize(3).containsOnly(ErrorKind.ANSWER_TIMEOUT);
    }

    @Test
    void countsUntilAReplysEndWheneverItIsTold() {
        Transport elsewhere = new Whim((hop, done) -> {
            long inAnHour = System.nanoTime() + Duration.ofHours(1).toNanos();
            done.accept(ScriptedTransport.answer(200, "X-Instance-ID: a"), inAnHour);
            return ScriptedTransport.DONE;
        });

        Observation observation =
                ProbeRun.of(PlanBuilder.of(URL).plan(), elsewhere).single();

        assertThat(observation.latency()).isBetween(Duration.ofHours(1), Duration.ofHours(2));
        assertThat(observation.response()).isGreaterThanOrEqualTo(observation.latency());
    }

    @Test
    void endsWhenItsTimeIsOverAndWaitsForWhatIsUnderWay() {
        ProbeRun run = ProbeRun.of(
                PlanBuilder.of(URL)
                        .sessions(1_000_000, 10)
                        .rate(1_000)
                        .duration(Duration.ofMillis(100))
                        .plan(),
                ScriptedTransport.agreeable());

        assertThat(run.ending().kind()).isEqualTo(Kind.BOUNDED);
        assertThat(run.ending().why()).contains("--duration");
        assertThat(run.observations()).isNotEmpty().hasSizeLessThan(200);
    }

    @Test
    void forgetsAnsweredRequestsWhileAnotherOneHangs() {
        List<WeakReference<Sending>> sendings = new ArrayList<>();
        AtomicInteger turn = new AtomicInteger();
        Transport transport = new Whim((hop, done) -> {
            Sending sending = new Whim.Hung(new AtomicInteger(), false);
            if (turn.getAndIncrement() > 0) {
                sendings.add(new WeakReference<>(sending));
                done.accept(ScriptedTransport.answer(200, "X-Instance-ID: a"));
            }
            return sending;
        });
        AtomicInteger remembered = new AtomicInteger(-1);
        AtomicInteger asked = new AtomicInteger();
        Plan plan = PlanBuilder.of(URL)
                .sessions(10_000, 1)
                .timeoutMillis(1_500)
                .maxRequests(500)
                .plan();

        ProbeRun.of(plan, transport, () -> {
            if (asked.incrementAndGet() == 400) {
                System.gc();
                remembered.set((int) sendings.stream()
                        .filter(sending -> sending.get() != null)
                        .count());
            }
            return new Demand.More(10_000, 0);
        });

        assertThat(remembered.get()).isBetween(0, 20);
    }
}
