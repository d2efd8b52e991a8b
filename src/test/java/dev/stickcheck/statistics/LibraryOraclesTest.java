package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.inference.BinomialTest;
import org.apache.commons.math3.stat.interval.IntervalUtils;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.UnconditionedExactTest;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What STATISTICS 1.4, 5 and 8 say of the libraries, beside what is ours: why one is asked and the other is not.
/// Fisher, Boschloo, Kolmogorov and Smirnov are asked for nothing yet: their values are those of the library alone.
class LibraryOraclesTest {
    private static final double[] X = {12, 15, 11, 20, 17};
    private static final double[] Y = {14, 18, 21, 25, 19};

    /// STATISTICS 1.4: a small table by Fisher and by Boschloo, one-sided.
    @Test
    void testsSmallTables() {
        int[][] table = {{9, 0}, {4, 5}};

        double fisher = FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(table)
                .getPValue();
        double boschloo = UnconditionedExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .with(UnconditionedExactTest.Method.BOSCHLOO)
                .test(table)
                .getPValue();

        assertThat(fisher).isCloseTo(0.014705882353, within(5e-13));
        assertThat(boschloo).isCloseTo(0.004917327039, within(5e-9));
    }

    /// STATISTICS 5.2 and 8: U by our counting and by the new library, whose p-value is exact; Commons Math gives the
    /// other U.
    @Test
    void comparesSamplesByRank() {
        double u = new RankShift(sorted(X), sorted(Y)).u();
        var ranks = MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT).test(X, Y);
        var distance = KolmogorovSmirnovTest.withDefaults().test(X, Y);

        assertThat(u).isEqualTo(5).isEqualTo(ranks.getStatistic());
        assertThat(ranks.getPValue()).isCloseTo(0.1507936508, within(5e-11));
        assertThat(distance.getStatistic()).isCloseTo(0.6, within(1e-12));
        assertThat(distance.getPValue()).isCloseTo(0.3571428571, within(5e-11));
        assertThat(new org.apache.commons.math3.stat.inference.MannWhitneyUTest().mannWhitneyU(X, Y))
                .isEqualTo(20);
        assertThat(new org.apache.commons.math3.stat.inference.MannWhitneyUTest().mannWhitneyUTest(X, Y))
                .isCloseTo(0.1172, within(5e-5));
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    /// STATISTICS 8: where 3.6.1 is wrong or silent.
    @Test
    void knowsWhereTheOldLibraryErrs() {
        assertThatThrownBy(() -> IntervalUtils.getClopperPearsonInterval(59, 0, 0.95))
                .hasMessageContaining("0");
        assertThat(new BinomialTest()
                        .binomialTest(
                                200,
                                200,
                                .9950429,
                                org.apache.commons.math3.stat.inference.AlternativeHypothesis.TWO_SIDED))
                .as("a probability above 1")
                .isCloseTo(1.370, within(5e-4));
        assertThat(1 - new ChiSquaredDistribution(2).cumulativeProbability(80)).isZero();
        assertThat(SpecialFunctions.chiSquareSurvival(80, 2)).isCloseTo(4.248e-18, within(5e-22));
        assertThat(new org.apache.commons.math3.stat.inference.GTest()
                        .g(new double[] {1, 1, 1}, new long[] {0, 50, 50}))
                .isNaN();
    }

    /// STATISTICS 8: the new one's interval holds at no failure, and ours agrees.
    @Test
    void agreesWithTheNewLibrarysInterval() {
        for (int x = 0; x <= 59; x += 7) {
            var library = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(59, x, 0.10);
            assertThat(ExactInterval.lower(59, x, 0.05)).isCloseTo(library.getLowerBound(), within(1e-10));
            assertThat(ExactInterval.upper(59, x, 0.05)).isCloseTo(library.getUpperBound(), within(1e-10));
        }
    }

    /// STATISTICS 5.1, coordinated omission: 100 recorded, 99 filled in by the library; the ledger of latencies says
    /// the same of the response times that a paced sender measures.
    @Test
    void seesWhatASenderOfAFixedRateWouldOmit() {
        Histogram histogram = new Histogram(3_600_000_000L, 3);
        LatencyLedger ledger = new LatencyLedger();
        for (int i = 0; i < 99; i++) {
            histogram.recordValueWithExpectedInterval(1000, 10_000);
            ledger.observe(answer(1_000), -1);
        }
        histogram.recordValueWithExpectedInterval(1_000_000, 10_000);
        for (int i = 1; i <= 100; i++) {
            ledger.observe(answer(i * 10_000L), -1);
        }

        assertThat(histogram.getTotalCount()).isEqualTo(199);
        assertThat(histogram.getValueAtPercentile(50)).isEqualTo(10_007);
        assertThat(histogram.getValueAtPercentile(95)).isEqualTo(910_335);
        assertThat(ledger.response().p50()).isEqualTo(10.007);
        assertThat(ledger.response().p95()).isEqualTo(910.335);
        assertThat(ledger.service().p95()).isEqualTo(1);
    }

    /// Served in a millisecond, and complete so many microseconds after it should have been sent.
    private static Observation answer(long response) {
        return new Observation(
                Instant.EPOCH,
                "s",
                0,
                1,
                Arm.STICKY,
                new Outcome.Identified("a", 200),
                Duration.ofMillis(1),
                Duration.of(response, ChronoUnit.MICROS),
                null,
                null,
                CookieTrace.NONE,
                0);
    }

    /// STATISTICS 5.1: the widest bucket's (width − 1)/value, and that the upper end is told.
    @Test
    void errsByLessThanATenthOfAPercentWithThreeDigits() {
        double[] errors = IntStream.rangeClosed(1, 4)
                .mapToDouble(LibraryOraclesTest::widest)
                .toArray();

        assertThat(errors[0]).isCloseTo(0.0625, within(5e-5));
        assertThat(errors[1]).isCloseTo(0.00781, within(5e-6));
        assertThat(errors[2]).isCloseTo(0.000974, within(5e-6));
        assertThat(errors[3]).isCloseTo(0.000061, within(5e-7));
        LatencyLedger ledger = new LatencyLedger();
        ledger.observe(answer(50_000), -1);
        assertThat(ledger.response().p50()).isEqualTo(50.015);
    }

    /// STATISTICS 5.1: what a histogram of 1 µs to 1 h takes; three digits are ours.
    @ParameterizedTest
    @CsvSource({"1, 4200, 50", "2, 27000, 500", "3, 189000, 500", "4, 2500000, 50000"})
    void takesSoManyBytes(int digits, int bytes, int off) {
        assertThat(new Histogram(3_600_000_000L, digits).getEstimatedFootprintInBytes())
                .isCloseTo(bytes, within(off));
    }

    private static double widest(int digits) {
        Histogram histogram = new Histogram(3_600_000_000L, digits);
        double most = 0;
        for (long value = 1; value < 3_600_000_000L / 2; value *= 2) {
            most = Math.max(most, (histogram.sizeOfEquivalentValueRange(value) - 1) / (double) value);
        }
        return most;
    }
}
