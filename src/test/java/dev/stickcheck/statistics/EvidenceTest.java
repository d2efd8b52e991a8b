package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Observations split in any way and merged in any order say the same as all of them at once.
class EvidenceTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesNotDependOnHowItWasSplit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Measured measured = measured(random);
        List<Observation> all = observations(random);

        Evidence whole = new Evidence(measured);
        all.forEach(whole::observe);
        Findings expected = whole.findings(new SplittableRandom(1));

        List<Observation> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, Random.from(random));
        List<Evidence> parts = new ArrayList<>();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            parts.add(new Evidence(measured));
        }
        shuffled.forEach(observation -> parts.get(random.nextInt(parts.size())).observe(observation));
        while (parts.size() > 1) {
            Evidence one = parts.remove(random.nextInt(parts.size()));
            parts.set(0, random.nextBoolean() ? parts.getFirst().merge(one) : one.merge(parts.getFirst()));
        }

        assertThat(parts.getFirst().size()).isEqualTo(all.size());
        assertThat(parts.getFirst().findings(new SplittableRandom(1)))
                .as("seed " + seed)
                .isEqualTo(expected);
    }

    /// What a probe counts while it runs, in the order in which answers come.
    @ParameterizedTest
    @ValueSource(longs = {100, 101, 102, 103, 104})
    void saysWhatAProbeSaidWhileItRan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Measured measured = measured(random);
        List<Observation> all = observations(random);
        all.sort(Comparator.comparing(Observation::answered)
                .thenComparing(Observation::session)
                .thenComparing(Observation::sequence));
        Tally live = new Tally(measured);
        Evidence kept = new Evidence(measured);
        all.forEach(live::observe);
        all.forEach(kept::observe);

        assertThat(kept.findings(new SplittableRandom(7)))
                .usingRecursiveComparison()
                .isEqualTo(live.findings(new SplittableRandom(7)));
    }

    /// Two machines that each number their sessions from 0, and files that number theirs by first appearance, are one
    /// measurement: every session is judged, in the order of first requests, whatever was split.
    @ParameterizedTest
    @ValueSource(longs = {200, 201, 202, 203, 204, 205})
    void takesPartsThatNumberTheirOwnSessions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Measured measured = new Measured(
                new Instances.Counted(3),
                Expectation.STICKY,
                Thresholds.DEFAULT,
                6,
                false,
                true,
                ConnectionPolicy.POOLED,
                42);
        List<Observation> all = new ArrayList<>();
        for (int s = 0; s < 40; s++) {
            for (int r = 1; r <= 6; r++) {
                all.add(new Observation(
                        START.plusMillis(50L * s + 7L * r),
                        "s" + s,
                        s,
                        r,
                        Arm.STICKY,
                        new Outcome.Identified("instance-" + (s + r / 6) % 3, 200),
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        null,
                        null,
                        CookieTrace.NONE,
                        0));
            }
        }
        Evidence whole = new Evidence(measured);
        all.forEach(whole::observe);
        Findings expected = whole.findings(new SplittableRandom(1));
        assertThat(expected.stickiness().sessionsJudged()).isEqualTo(40);

        Evidence bySession = numbered(measured, all, observation -> observation.launch() % 3);
        Evidence byLine = numbered(measured, all, observation -> random.nextLong(3));

        assertThat(bySession.findings(new SplittableRandom(1))).isEqualTo(expected);
        assertThat(byLine.findings(new SplittableRandom(1))).isEqualTo(expected);
    }

    private static Evidence numbered(Measured measured, List<Observation> all, ToLongFunction<Observation> part) {
        Map<Long, Evidence> parts = new TreeMap<>();
        Map<Long, Map<String, Long>> launches = new TreeMap<>();
        for (Observation o : all) {
            long number = part.applyAsLong(o);
            Map<String, Long> own = launches.computeIfAbsent(number, n -> new HashMap<>());
            long launch = own.computeIfAbsent(o.session(), session -> (long) own.size());
            parts.computeIfAbsent(number, n -> new Evidence(measured))
                    .observe(new Observation(
                            o.time(),
                            o.session(),
                            launch,
                            o.sequence(),
                            o.arm(),
                            o.outcome(),
                            o.latency(),
                            o.response(),
                            o.connection(),
                            o.sourceAddress(),
                            o.cookies(),
                            o.cookieBytes()));
        }
        return parts.values().stream().reduce(new Evidence(measured), Evidence::merge);
    }

    @Test
    void doublesWhatIsMergedWithItself() {
        SplittableRandom random = new SplittableRandom(11);
        Evidence part = new Evidence(measured(random));
        observations(random).forEach(part::observe);
        int size = part.size();

        assertThat(part.merge(part).size()).isEqualTo(2 * size);
    }

    @Test
    void leavesAPartThatWasMergedAsItIs() {
        SplittableRandom random = new SplittableRandom(9);
        Measured measured = measured(random);
        Evidence part = new Evidence(measured);
        observations(random).forEach(part::observe);
        Findings before = part.findings(new SplittableRandom(1));

        new Evidence(measured).merge(part);

        assertThat(part.findings(new SplittableRandom(1))).isEqualTo(before);
    }

    @Test
    void hasNothingToSayOfNothing() {
        assertThat(new Evidence(measured(new SplittableRandom(3)))
                        .findings(new SplittableRandom(1))
                        .requests())
                .isZero();
    }

    private static Measured measured(SplittableRandom random) {
        return new Measured(
                random.nextBoolean() ? new Instances.Undeclared() : new Instances.Counted(4),
                random.nextBoolean() ? Expectation.STICKY : Expectation.SPREAD,
                Thresholds.DEFAULT,
                6,
                random.nextBoolean(),
                true,
                ConnectionPolicy.FRESH,
                42);
    }

    /// Sessions that stick mostly, with errors, cookies, one-request sessions and equal times among them.
    private static List<Observation> observations(SplittableRandom random) {
        List<Observation> all = new ArrayList<>();
        int sessions = random.nextInt(1, 60);
        for (int s = 0; s < sessions; s++) {
            int home = random.nextInt(3);
            long begun = random.nextLong(2_000);
            Arm arm = random.nextInt(4) == 0 ? Arm.CONTROL : Arm.STICKY;
            int requests = arm == Arm.CONTROL ? 1 : 6;
            for (int r = 1; r <= requests; r++) {
                int instance = random.nextInt(12) == 0 ? random.nextInt(3) : home;
                Duration latency = Duration.ofNanos(random.nextInt(4) * 1_000_000L + random.nextInt(3));
                all.add(new Observation(
                        START.plusMillis(begun + 20L * r).minusSeconds(random.nextInt(50) == 0 ? 10_000 : 0),
                        "s" + s,
                        s,
                        r,
                        arm,
                        outcome(random, instance),
                        latency,
                        latency.plusMillis(random.nextInt(3)),
                        random.nextBoolean() ? null : "c" + random.nextInt(20),
                        random.nextInt(3) == 0 ? "127.0.0." + (1 + random.nextInt(2)) : null,
                        r == 1 || random.nextInt(5) == 0
                                ? CookieTrace.NONE
                                : new CookieTrace(List.of("pin"), List.of(), List.of(), List.of()),
                        random.nextInt(40)));
            }
        }
        return all;
    }

    private static Outcome outcome(SplittableRandom random, int instance) {
        return switch (random.nextInt(20)) {
            case 0 -> new Outcome.NoAnswer(ErrorKind.ANSWER_TIMEOUT, "no answer");
            case 1 -> new Outcome.Unidentified(503);
            default -> new Outcome.Identified("instance-" + instance, 200);
        };
    }
}
