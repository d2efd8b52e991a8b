package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The largest deviation held against its limit (STATISTICS 4.3, reading R2).
class DeviationGateTest {
    private static final double[] THREE = Shares.equal(3);

    @Test
    void passesWhereEveryPlausibleShareIsWithinTheLimit() {
        assertThat(decide(400, 400, 400)).isEqualTo(Decision.PASS);
        assertThat(decide(40, 40, 40)).isEqualTo(Decision.UNDECIDED);
        assertThat(decide(650, 350, 200)).isEqualTo(Decision.FAIL);
        assertThat(decide(0, 600, 600)).isEqualTo(Decision.FAIL);
    }

    private static Decision decide(long... counts) {
        return DeviationGate.decide(counts, THREE, 0.30, 0.05, Double.POSITIVE_INFINITY);
    }

    /// Ends at α/(2k) each: with three instances those of Clopper & Pearson at 1/120.
    @Test
    void splitsTheErrorOverInstancesAndEnds() {
        Interval share = DeviationGate.shares(new long[] {50, 30, 20}, 0.05, 100)[0];

        assertThat(share.low()).isCloseTo(ExactInterval.lower(100, 50, 0.05 / 6), within(1e-12));
        assertThat(share.high()).isCloseTo(ExactInterval.upper(100, 50, 0.05 / 6), within(1e-12));
    }

    /// With two instances one's deviation is the other's, so that the critical values say what every count does.
    @ParameterizedTest
    @CsvSource({"1, 0.3", "20, 0.3", "90, 0.3", "300, 0.3", "2000, 0.3", "300, 0.05", "300, 1.5"})
    void namesTheDeviationsThatPassAndFail(int n, double limit) {
        double[] two = Shares.equal(2);
        CriticalValues critical = DeviationGate.criticalValues(two, n, limit, 0.05);

        for (int count = 0; count <= n; count++) {
            assertThat(critical.decide(Math.abs(2.0 * count / n - 1)))
                    .as("%d of %d", count, n)
                    .isEqualTo(DeviationGate.decide(new long[] {count, n - count}, two, limit, 0.05, n));
        }
    }

    @Test
    void widensWhereUnitsAreClustered() {
        Interval tight = DeviationGate.shares(new long[] {500, 500}, 0.05, 1000)[0];
        Interval wide = DeviationGate.shares(new long[] {500, 500}, 0.05, 100)[0];

        assertThat(wide.low()).isLessThan(tight.low());
        assertThat(wide.high()).isGreaterThan(tight.high());
    }

    /// A balancer whose worst instance is at the limit passes, and fails, with at most 5 %: 4,000 seeded loads, 4
    /// standard errors.
    @ParameterizedTest
    @CsvSource({"1.3, 600", "1.3, 2000", "0.7, 600", "0.7, 2000"})
    void errsNoMoreOftenThanItSaysAtTheLimit(double times, long n) {
        double hot = times / 3;
        MultinomialSampler sampler = new MultinomialSampler(new double[] {hot, (1 - hot) / 2, (1 - hot) / 2});
        SplittableRandom random = new SplittableRandom(12);
        long[] counts = new long[3];
        int passed = 0;
        int failed = 0;
        for (int i = 0; i < 4000; i++) {
            sampler.sample(random, n, counts);
            Decision decision = DeviationGate.decide(counts, THREE, 0.30, 0.05, n);
            passed += decision == Decision.PASS ? 1 : 0;
            failed += decision == Decision.FAIL ? 1 : 0;
        }
        double most = 4000 * 0.05 + 4 * Math.sqrt(4000 * 0.05 * 0.95);
        assertThat((double) passed).isLessThan(most);
        assertThat((double) failed).isLessThan(most);
    }

    @ParameterizedTest
    @CsvSource({"1 1, 0.3", "1 1 1, 0.3", "1 1 1 1 1, 0.3", "7 2 1, 0.3", "1 1 1, 0.1"})
    void plansEnoughForASoundBalancer(String weights, double limit) {
        double[] shares = Shares.normalised(Arrays.stream(weights.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        long n = DeviationGate.units(shares, limit, 0.05);
        MultinomialSampler sampler = new MultinomialSampler(shares);
        SplittableRandom random = new SplittableRandom(13);
        long[] counts = new long[shares.length];
        int passed = 0;
        for (int i = 0; i < 2000; i++) {
            sampler.sample(random, n, counts);
            passed += DeviationGate.decide(counts, shares, limit, 0.05, n) == Decision.PASS ? 1 : 0;
        }
        assertThat(passed / 2000.0).as("with %d units", n).isGreaterThan(0.985);
    }

    /// STATISTICS 4.3, R2 under perfect balance: from so many units on the bare rule alarms in less than 1 %.
    @ParameterizedTest
    @CsvSource({"2, 76", "3, 194", "5, 431", "10, 1116", "50, 7731"})
    void theBareRuleNeedsSoManyUnits(int k, int n) {
        assertThat(falseAlarms(k, n)).isLessThan(0.01);
        assertThat(falseAlarms(k, n - 1)).isGreaterThanOrEqualTo(0.01);
    }

    /// Exact: one minus the probability that every count lies in [0.7 e, 1.3 e], counts being Poisson given their sum.
    private static double falseAlarms(int k, int n) {
        double expected = (double) n / k;
        int least = (int) Math.ceil(0.7 * expected - 1e-9);
        int most = (int) Math.floor(1.3 * expected + 1e-9);
        double[] mass = PoissonTable.relative(expected, n);
        double[] within = {1};
        double all = Arrays.stream(mass).sum();
        for (int i = 0; i < k; i++) {
            double[] next = new double[Math.min(n, within.length - 1 + most) + 1];
            for (int sum = 0; sum < within.length; sum++) {
                for (int count = least; count <= most && sum + count <= n; count++) {
                    next[sum + count] += within[sum] * mass[count] / all;
                }
            }
            within = next;
        }
        // P(sum = n) of all of them, a Poisson count with mean n.
        double[] sums = PoissonTable.relative(n, 4 * n + 100);
        double scale = sums[n] / Arrays.stream(sums).sum();
        return 1 - (within.length > n ? within[n] : 0) / scale;
    }
}
