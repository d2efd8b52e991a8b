package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.PinLifetime.Kind;
import dev.stickcheck.model.PinLifetime.Renewal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STATISTICS 1.5: the search for a lifetime on a clock that takes no time, against balancers whose
/// lifetime is known.
class TtlSearchTest {
    private static final Duration BOUND = Duration.ofSeconds(120);
    private static final Duration LATENCY = Duration.ofMillis(2);

    /// A balancer that forgets a session after a time.
    private static final class Balancer {
        private final SplittableRandom random;
        private final int instances;
        private final boolean turns;
        private final boolean sliding;
        private final Duration lifetime;
        private final double misroute;
        private final Map<Integer, Integer> pins = new HashMap<>();
        private final Map<Integer, Duration> since = new HashMap<>();
        private int next;

        Balancer(long seed, int instances, boolean turns, boolean sliding, Duration lifetime, double misroute) {
            this.random = new SplittableRandom(seed);
            this.instances = instances;
            this.turns = turns;
            this.sliding = sliding;
            this.lifetime = lifetime;
            this.misroute = misroute;
        }

        String answer(int session, Duration now) {
            Duration begun = since.get(session);
            if (begun == null || now.minus(begun).compareTo(lifetime) >= 0) {
                pins.put(session, turns ? next++ % instances : random.nextInt(instances));
                since.put(session, now);
            } else if (sliding) {
                since.put(session, now);
            }
            boolean elsewhere = random.nextDouble() < misroute;
            return "instance-" + (elsewhere ? random.nextInt(instances) : pins.get(session));
        }
    }

    private static PinLifetime search(Balancer balancer, long seed) {
        TtlSearch search = new TtlSearch(BOUND, new SplittableRandom(seed));
        Duration now = Duration.ZERO;
        for (int requests = 0; requests < 20_000; requests++) {
            switch (search.next()) {
                case TtlSearch.Step.Done(PinLifetime found) -> {
                    assertThat(now).as("a search ends in good time").isLessThan(BOUND.multipliedBy(12));
                    return found;
                }
                case TtlSearch.Step.Touch(int session, Duration at) -> {
                    now = now.compareTo(at) > 0 ? now : at;
                    Duration sent = now;
                    now = now.plus(LATENCY);
                    String instance = balancer == null ? null : balancer.answer(session, sent.plusMillis(1));
                    search.answered(session, instance, sent, now);
                    now = now.plusMillis(18);
                }
            }
        }
        throw new AssertionError("no end");
    }

    /// 20 seeds each; a decision of a gap errs with less than 1 %, so two misses in 20 are let pass.
    @ParameterizedTest
    @CsvSource({
        "10, 3, true, true",
        "10, 3, true, false",
        "10, 2, true, true",
        "10, 2, false, false",
        "10, 5, false, true",
        "60, 3, true, false",
        "3, 4, true, true"
    })
    void bracketsTheLifetimeAndTellsWhetherItSlides(int seconds, int instances, boolean turns, boolean sliding) {
        Duration lifetime = Duration.ofSeconds(seconds);
        int right = 0;
        for (long seed = 0; seed < 20; seed++) {
            PinLifetime found = search(new Balancer(seed + 500, instances, turns, sliding, lifetime, 0), seed);
            boolean holds = found.kind() == Kind.BRACKETED
                    && found.keptSeconds() <= seconds + 0.01
                    && found.lostSeconds() >= seconds - 0.01
                    && found.lostSeconds() <= 1.2 * seconds
                    && found.keptSeconds() >= 0.8 * seconds
                    && found.renewal() == (sliding ? Renewal.SLIDING : Renewal.ABSOLUTE);
            right += holds ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(18);
    }

    @Test
    void repeatsEachGapSoThatChanceAgreementDoesNotDecide() {
        PinLifetime found = search(new Balancer(1, 3, true, true, Duration.ofSeconds(10), 0), 1);

        assertThat(found.gaps())
                .allSatisfy(gap -> assertThat(gap.kept() + gap.lost()).isGreaterThanOrEqualTo(3));
        assertThat(found.gaps())
                .as("three that agree by chance have a probability of 1/27")
                .filteredOn(gap -> gap.lost() == 0)
                .allSatisfy(gap -> assertThat(gap.kept()).isGreaterThanOrEqualTo(5));
    }

    @Test
    void isNotMisledByAFewMisroutedRequests() {
        int right = 0;
        for (long seed = 0; seed < 20; seed++) {
            PinLifetime found = search(new Balancer(seed, 3, true, true, Duration.ofSeconds(10), 0.03), seed);
            right += found.kind() == Kind.BRACKETED && found.keptSeconds() <= 10.01 && found.lostSeconds() >= 9.99
                    ? 1
                    : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(17);
    }

    @Test
    void saysThatItLastsLongerThanWasAsked() {
        PinLifetime found = search(new Balancer(2, 3, true, true, Duration.ofHours(3), 0), 2);

        assertThat(found.kind()).isEqualTo(Kind.LONGER);
        assertThat(found.keptSeconds()).isGreaterThanOrEqualTo(119);
        assertThat(found.lostSeconds()).isNull();
        assertThat(found.words()).contains("2.0 min");
    }

    @Test
    void endsSoonWhereNothingSticks() {
        PinLifetime found = search(new Balancer(3, 3, true, true, Duration.ZERO, 0), 3);

        assertThat(found.kind()).isEqualTo(Kind.NOT_STICKY);
    }

    @Test
    void knowsNothingWithOneInstanceOrWithoutIds() {
        assertThat(search(new Balancer(4, 1, true, true, Duration.ofSeconds(10), 0), 4)
                        .kind())
                .isEqualTo(Kind.NOT_IDENTIFIABLE);
        assertThat(search(null, 5).kind()).isEqualTo(Kind.NOT_IDENTIFIABLE);
    }
}
