package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.statistics.BurnRate.Window;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reference values of STATISTICS 6.2, 6.3, 6.4c and 6.4e.
class StreamingOraclesTest {
    /// STATISTICS 6.2: of 20,000 clustered sessions in 64 groups by hash the error of leaving one group out at a time
    /// is the
    /// sandwich's; its own is about 1/√(2·63), 9 %, here three of them.
    @Test
    void estimatesTheErrorOfSwitchesByLeavingGroupsOut() {
        SplittableRandom random = new SplittableRandom(62);
        ClusteredRate whole = new ClusteredRate();
        double[] switches = new double[64];
        double[] transitions = new double[64];
        for (int s = 0; s < 20_000; s++) {
            double own = random.nextInt(10) == 0 ? 0.5 : 0.01;
            int y = 0;
            for (int j = 0; j < 9; j++) {
                y += random.nextDouble() < own ? 1 : 0;
            }
            whole.add(y, 9);
            int group = (("session-" + s).hashCode() * 0x9e3779b9) >>> 26;
            switches[group] += y;
            transitions[group] += 9;
        }
        Jackknife groups = new Jackknife();
        for (int g = 0; g < 64; g++) {
            groups.without((Arrays.stream(switches).sum() - switches[g])
                    / (Arrays.stream(transitions).sum() - transitions[g]));
        }

        double error = whole.rate(0.05).standardError();
        assertThat(groups.standardError()).isCloseTo(error, within(0.27 * error));
    }

    /// STATISTICS 6.3: what so many sampled sessions leave uncertain at 5 %, in percentage points.
    @ParameterizedTest
    @CsvSource({"10000, 0.218", "100000, 0.0689", "1000000, 0.0218"})
    void errsBySoMuchWithSampledSessions(int sessions, double percentagePoints) {
        ClusteredRate rate = new ClusteredRate();
        for (int s = 0; s < sessions; s++) {
            rate.add(s % 20 == 0 ? 1 : 0, 1);
        }

        assertThat(100 * rate.rate(0.05).standardError()).isCloseTo(percentagePoints, within(5e-5));
    }

    /// STATISTICS 6.4c: with all affinity lost the burn rate is (1 − k^(1−R))/p*, and never more than 1/p*: the 14.4 of
    /// the SRE workbook can never come with two or three instances and two requests a session.
    @ParameterizedTest
    @CsvSource({"2, 2, 10", "3, 2, 13.333333333333", "3, 100, 20"})
    void cannotBurnFasterThanTheLimitAllows(int instances, int requests, double burn) {
        double lost = SessionRate.failingByChance(Shares.equal(instances), requests);
        assertThat(lost / 0.05).isCloseTo(burn, within(1e-9));

        long sessions = 100_000;
        Window window = new Window(sessions, Math.round(lost * sessions));
        assertThat(BurnRate.FAST.alarms(window, window, 0.05)).isTrue();
    }

    /// STATISTICS 6.4c: page at 4 × (20 %) and 2 × (10 %), ticket at 1 ×; both windows must be sure at 99 %.
    @Test
    void alarmsOnlyWhereBothWindowsSurelyExceedTheLevel() {
        Window lost = new Window(300, 200);
        assertThat(BurnRate.FAST.alarms(lost, new Window(30, 20), 0.05)).isTrue();
        assertThat(BurnRate.FAST.alarms(lost, new Window(3, 1), 0.05))
                .as("one of three is no alarm")
                .isFalse();
        assertThat(BurnRate.FAST.alarms(new Window(300, 60), new Window(30, 20), 0.05))
                .as("the hour is at 20 % and not surely above")
                .isFalse();
        assertThat(BurnRate.SLOW.alarms(new Window(1000, 150), new Window(100, 30), 0.05))
                .isTrue();
        assertThat(BurnRate.FAST.alarms(new Window(1000, 150), new Window(100, 30), 0.05))
                .isFalse();
        assertThat(BurnRate.TICKET.alarms(new Window(10_000, 600), new Window(2_000, 130), 0.05))
                .isTrue();
        assertThat(BurnRate.TICKET.alarms(new Window(10_000, 500), new Window(2_000, 130), 0.05))
                .isFalse();
        assertThat(BurnRate.FAST.longer()).hasHours(1);
        assertThat(BurnRate.FAST.shorter()).hasMinutes(5);
        assertThat(BurnRate.SLOW.longer()).hasHours(6);
        assertThat(BurnRate.SLOW.shorter()).hasMinutes(30);
        assertThat(BurnRate.TICKET.longer()).hasDays(3);
        assertThat(BurnRate.TICKET.shorter()).hasHours(6);
    }
}
