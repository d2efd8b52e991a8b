package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The reference values of STATISTICS 5.1 and 5.2 for one arm.
class QuantileOraclesTest {

    /// STATISTICS 5.2: ranks of the 95 % interval and their coverage.
    @ParameterizedTest
    @CsvSource({
        "100, 0.5, 40, 61, 0.9647997998",
        "100, 0.95, 90, 100, 0.9826070607",
        "200, 0.95, 184, 197, 0.9671521639",
        "72, 0.95, 64, 72, 0.9654900479"
    })
    void boundsAQuantileByOrderStatistics(long n, double q, long low, long high, double coverage) {
        RankInterval interval = RankInterval.of(n, q, 0.95);
        assertThat(interval.low()).isEqualTo(low);
        assertThat(interval.high()).isEqualTo(high);
        assertThat(interval.coverage()).isCloseTo(coverage, within(6e-11));
    }

    /// STATISTICS 5.2: n ≥ 59 one-sided and 72 two-sided for p95, 299 and 368 for p99, 2995 and 3688 for p99.9.
    @ParameterizedTest
    @CsvSource({"0.95, 59, 72", "0.99, 299, 368", "0.999, 2995, 3688"})
    void saysWhenAQuantileHasNoUpperLimit(double q, long oneSided, long twoSided) {
        assertThat(RankInterval.fewest(q, 0.05)).isEqualTo(oneSided);
        assertThat(RankInterval.fewest(q, 0.025)).isEqualTo(twoSided);
        assertThat(RankInterval.of(twoSided, q, 0.95).high()).isNotNull();
        assertThat(RankInterval.of(twoSided - 1, q, 0.95).high()).isNull();
    }

    /// STATISTICS 5.2, Harrell and Davis.
    @Test
    void smoothsAsHarrellAndDavis() {
        double[] ten = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        assertThat(HarrellDavis.of(ten, 0.5)).isCloseTo(5.5, within(1e-10));
        assertThat(HarrellDavis.of(ten, 0.9)).isCloseTo(9.4351151767, within(6e-11));
        assertThat(HarrellDavis.of(ten, 0.95)).isCloseTo(9.7920572457, within(6e-11));
        double[] powers = {1, 2, 4, 8, 16};
        assertThat(HarrellDavis.of(powers, 0.5)).isCloseTo(5.04032, within(1e-10));
        assertThat(HarrellDavis.of(powers, 0.95)).isCloseTo(15.4539222111, within(6e-11));
    }

    @Test
    void leavesOutOnlyWeightsThatAreNothing() {
        double[] many = new SplittableRandom(1).doubles(20_000).sorted().toArray();
        for (double q : new double[] {0.5, 0.95, 0.99}) {
            double whole = 0;
            for (int i = 0; i < many.length; i++) {
                double a = (many.length + 1) * q;
                double b = (many.length + 1) * (1 - q);
                whole += many[i]
                        * (SpecialFunctions.regularizedBeta((i + 1.0) / many.length, a, b)
                                - SpecialFunctions.regularizedBeta((double) i / many.length, a, b));
            }
            assertThat(HarrellDavis.of(many, q)).isCloseTo(whole, within(1e-12));
        }
    }

    /// STATISTICS 5.2: x against y has U = 5, which the exact test gives p = 0.1507936508, and HL(y − x) = 4.
    @Test
    void shiftsAsHodgesAndLehmann() {
        double[] x = {11, 12, 15, 17, 20};
        double[] y = {14, 18, 19, 21, 25};
        RankShift shift = new RankShift(x, y);
        assertThat(shift.u()).isEqualTo(5);
        assertThat(shift.smaller()).isEqualTo(0.8);
        assertThat(shift.hodgesLehmann()).isCloseTo(4, within(1e-12));
        MannWhitneyUTest.Result reference = MannWhitneyUTest.withDefaults()
                .with(AlternativeHypothesis.TWO_SIDED)
                .test(x, y);
        assertThat(reference.getStatistic()).isEqualTo(shift.u());
        assertThat(reference.getPValue()).isCloseTo(0.1507936508, within(6e-11));
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheMedianOfAllDifferencesWithoutListingThem(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = values(random);
        double[] y = values(random);
        double[] all = Arrays.stream(x)
                .flatMap(a -> Arrays.stream(y).map(b -> b - a))
                .sorted()
                .toArray();
        double median = (all[(all.length - 1) / 2] + all[all.length / 2]) / 2;
        RankShift shift = new RankShift(x, y);
        assertThat(shift.hodgesLehmann()).isCloseTo(median, within(1e-12));
        double u = 0;
        for (double a : x) {
            for (double b : y) {
                u += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        assertThat(shift.u()).isEqualTo(u);
    }

    private static double[] values(SplittableRandom random) {
        int ties = 1 + random.nextInt(20);
        return random.doubles(1 + random.nextInt(40))
                .map(value -> random.nextBoolean() ? value : Math.rint(value * ties) / ties)
                .sorted()
                .toArray();
    }

    /// STATISTICS 8: the p95 of 1 to 10 is 10 by nearest rank, and 5.1: an HdrHistogram of three digits says the same
    /// within 0.1 %.
    @Test
    void countsRanksAsAnHdrHistogram() {
        assertThat(NearestRank.of(LongStream.rangeClosed(1, 10).toArray(), 0.95))
                .isEqualTo(10);
        SplittableRandom random = new SplittableRandom(7);
        for (int n : new int[] {1, 2, 19, 20, 60, 999, 1000}) {
            long[] values = random.longs(n, 1, 10_000_000).sorted().toArray();
            Histogram histogram = new Histogram(3_600_000_000L, 3);
            Arrays.stream(values).forEach(histogram::recordValue);
            for (double q : new double[] {0.5, 0.9, 0.95, 0.99}) {
                double rank = NearestRank.of(values, q);
                assertThat((double) histogram.getValueAtPercentile(100 * q)).isBetween(rank, rank * 1.001 + 1);
            }
        }
    }

    /// STATISTICS 5.1: 99 answers within 1,000 and one that takes 1,000,000, asked for every 10,000: counted from the
    /// intended sending 199 requests, the median ten times and p95 nine hundred times as long as the service says.
    @Test
    void seesFromIntendedTimesWhatServiceTimesOmit() {
        long[] service = LongStream.concat(LongStream.generate(() -> 1_000).limit(99), LongStream.of(1_000_000))
                .toArray();
        long[] response = LongStream.concat(
                        LongStream.generate(() -> 1_000).limit(99),
                        LongStream.rangeClosed(1, 100).map(i -> i * 10_000))
                .toArray();
        Histogram expected = new Histogram(3_600_000_000L, 3);
        for (long time : service) {
            expected.recordValueWithExpectedInterval(time, 10_000);
        }
        assertThat(expected.getTotalCount()).isEqualTo(199).isEqualTo(response.length);
        assertThat(expected.getValueAtPercentile(50)).isEqualTo(10_007);
        assertThat(expected.getValueAtPercentile(95)).isEqualTo(910_335);
        assertThat(NearestRank.of(response, 0.5)).isEqualTo(10_000);
        assertThat(NearestRank.of(response, 0.95)).isEqualTo(910_000);
        assertThat(NearestRank.of(service, 0.95)).isEqualTo(1_000);
    }
}
