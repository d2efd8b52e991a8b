package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.statistics.Alarm.Certainty;
import dev.stickcheck.statistics.Alarm.Failing;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When sessions began to fail, and when they ceased (STATISTICS 6.4a, b), from outcomes a second apart.
class FailureAlarmsTest {
    private static final SequentialTest TEST = new SequentialTest(0.05, 0.05, 5);

    private static List<Failing> alarms(boolean... failures) {
        FailureAlarms alarms = new FailureAlarms(TEST, failures.length);
        for (int i = 0; i < failures.length; i++) {
            alarms.judged(failures[i], i * 1_000_000_000L);
        }
        return alarms.atEnd();
    }

    /// So many sessions each, of which one in `every` fails; 0: none.
    private static boolean[] run(int... countsAndEvery) {
        boolean[] all = new boolean[0];
        for (int i = 0; i < countsAndEvery.length; i += 2) {
            int every = countsAndEvery[i + 1];
            boolean[] more = new boolean[all.length + countsAndEvery[i]];
            System.arraycopy(all, 0, more, 0, all.length);
            for (int s = all.length; s < more.length; s++) {
                more[s] = every > 0 && (s - all.length) % every == 0;
            }
            all = more;
        }
        return all;
    }

    @Test
    void tellsSinceWhenSessionsFail() {
        List<Failing> alarms = alarms(run(300, 0, 40, 2));

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.certainty()).isEqualTo(Certainty.SURE);
            assertThat(alarm.before()).isEqualTo(300);
            assertThat(alarm.since()).isEqualTo(Instant.ofEpochSecond(300));
            assertThat(alarm.sessions()).isLessThanOrEqualTo(40);
        });
    }

    @Test
    void tellsThatItIsOver() {
        assertThat(alarms(run(300, 0, 40, 2, 300, 0)))
                .extracting(Failing::certainty)
                .containsExactly(Certainty.OVER);
        assertThat(alarms(run(300, 0, 40, 2, 300, 0, 60, 2)))
                .extracting(Failing::certainty)
                .containsExactly(Certainty.OVER, Certainty.SURE);
    }

    /// Evidence of its own ends it: 74 sessions without a failure, or more with some.
    @ParameterizedTest
    @ValueSource(ints = {10, 40, 60})
    void goesOnUntilThereIsEvidenceThatItIsOver(int quiet) {
        assertThat(alarms(run(300, 0, 60, 2, quiet, 0)))
                .extracting(Failing::certainty)
                .containsExactly(Certainty.SURE);
    }

    @Test
    void suspectsBeforeItIsSure() {
        List<Failing> alarms = alarms(run(300, 0, 24, 4));

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.certainty()).isEqualTo(Certainty.SUSPECTED);
            assertThat(alarm.before()).isEqualTo(300);
            assertThat(alarm.failures()).isEqualTo(6);
        });
    }

    @Test
    void forgetsWhatItSuspected() {
        assertThat(alarms(run(300, 0, 24, 4, 200, 0))).isEmpty();
    }

    /// That is what the verdict is about.
    @Test
    void saysNothingOfWhatFailsFromTheBeginning() {
        assertThat(alarms(run(60, 2))).isEmpty();
        assertThat(alarms(run(10, 0, 60, 2))).isEmpty();
        assertThat(alarms(run(60, 2, 200, 0))).extracting(Failing::certainty).containsExactly(Certainty.OVER);
    }

    /// At the limit a run has a sure alarm with at most 5 %: 2,000 seeded runs, 3.5 standard errors.
    @Test
    void isSureInNoMoreRunsThanPromised() {
        long sure = LongStream.range(0, 2_000)
                .filter(seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    boolean[] failures = new boolean[1_000];
                    IntStream.range(0, 1_000).forEach(i -> failures[i] = random.nextDouble() < 0.05);
                    return alarms(failures).stream().anyMatch(a -> a.certainty() != Certainty.SUSPECTED);
                })
                .count();

        assertThat(sure).isLessThanOrEqualTo((long) (100 + 3.5 * Math.sqrt(95)));
    }
}
