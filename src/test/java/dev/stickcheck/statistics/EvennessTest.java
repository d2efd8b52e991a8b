package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.GTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvennessTest {
    private static final SplittableRandom UNUSED = new SplittableRandom(1);

    /// STATISTICS 4.2.
    @ParameterizedTest
    @CsvSource({
        "50 30 20, 1 1 1, 14, 0.000911882, 0.999088118, 13.7918549207, 0.3741657387, 0.3464101615, 0.5,"
                + " 0.8771929825, 0.2, 0.9372305632, 0.1666666667",
        "34 33 33, 1 1 1, 0.02, 0.9900498337, 0.0099501663, 0.0199343235, 0.0141421356, 0, 0.02,"
                + " 0.99980004, 0.0066666667, 0.999909275, 0.0066666667",
        "0 50 50, 1 1 1, 50, 1.38879e-11, 1, 81.0930216216, 0.7071067812, 0.6928203230, 1,"
                + " 0.6666666667, 0.3333333333, 0.6309297536, 0.3333333333",
        "60 30 10, 7 2 1, 6.4285714286, 0.0401840265, 0.9598159735, 5.8298249072, 0.2535462764, 0.2104417123, 0.5,"
                + " 0.7246376812, 0.3333333333, 0.8173454221, 0.1"
    })
    void givesTheReferenceValues(
            String counts,
            String shares,
            double chiSquare,
            double right,
            double left,
            double g,
            double w,
            double adjusted,
            double maxDeviation,
            double jain,
            double gini,
            double entropy,
            double totalVariation) {
        Evenness evenness = Evenness.of(longs(counts), doubles(shares), UNUSED);
        var close = within(6e-11);
        assertThat(evenness.n()).isEqualTo(100);
        assertThat(evenness.degreesOfFreedom()).isEqualTo(2);
        assertThat(evenness.chiSquare()).isCloseTo(chiSquare, close);
        assertThat(evenness.pValue()).isCloseTo(right, within(Math.max(right * 1e-5, 1e-16)));
        assertThat(evenness.pLeft()).isCloseTo(left, within(5.1e-10));
        assertThat(evenness.g()).isCloseTo(g, close);
        assertThat(evenness.w()).isCloseTo(w, close);
        assertThat(evenness.adjustedW()).isCloseTo(adjusted, close);
        assertThat(evenness.maxDeviation()).isCloseTo(maxDeviation, close);
        assertThat(evenness.jain()).isCloseTo(jain, close);
        assertThat(evenness.gini()).isCloseTo(gini, close);
        assertThat(evenness.entropy()).isCloseTo(entropy, close);
        assertThat(evenness.totalVariation()).isCloseTo(totalVariation, close);
    }

    /// STATISTICS 4.4.
    @Test
    void intervalOfWInvertsTheNonCentralChiSquare() {
        Interval interval = Evenness.of(new long[] {50, 30, 20}, new double[] {1, 1, 1}, UNUSED)
                .wInterval();
        assertThat(interval.low()).isCloseTo(0.19090055, within(6e-9));
        assertThat(interval.high()).isCloseTo(0.52734888, within(6e-9));
        interval = Evenness.of(new long[] {400, 300, 300}, new double[] {1, 1, 1}, UNUSED)
                .wInterval();
        assertThat(interval.low()).isCloseTo(0.084830, within(6e-7));
        assertThat(interval.high()).isCloseTo(0.190380, within(6e-7));
    }

    @Test
    void intervalHoldsWhatWasSeenEvenWhenMoreEvenThanChance() {
        Evenness evenness = Evenness.of(new long[] {34, 33, 33}, new double[] {1, 1, 1}, UNUSED);
        assertThat(evenness.wInterval()).isEqualTo(new Interval(0, evenness.w()));
        assertThat(Evenness.of(new long[] {50, 50}, new double[] {1, 1}, UNUSED).wInterval())
                .isEqualTo(new Interval(0, 0));
    }

    /// The guide's formula, and STATISTICS 4.2: W is the coefficient of variation for equal shares.
    @Test
    void varianceIsTheGuides() {
        Evenness evenness = Evenness.of(new long[] {50, 30, 20}, new double[] {1, 1, 1}, UNUSED);
        double third = 100 / 3.0;
        double variance = (Math.pow(50 - third, 2) + Math.pow(30 - third, 2) + Math.pow(20 - third, 2)) / 3;
        assertThat(evenness.variance()).isCloseTo(variance, within(1e-10));
        assertThat(evenness.coefficientOfVariation()).isCloseTo(evenness.w(), within(1e-12));
        assertThat(evenness.coefficientOfVariation()).isCloseTo(Math.sqrt(variance) / third, within(1e-12));
    }

    /// STATISTICS 0, trap 2: a dead third instance shows only when it is declared.
    @Test
    void aDeadInstanceIsUneven() {
        assertThat(Evenness.of(new long[] {50, 50}, new double[] {1, 1}, UNUSED).w())
                .isZero();
        assertThat(Evenness.of(new long[] {0, 50, 50}, new double[] {1, 1, 1}, UNUSED)
                        .w())
                .isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55})
    void agreesWithCommonsStatisticsAndIgnoresOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = random.nextInt(2, 20);
        long[] counts = random.longs(k, 0, 500).toArray();
        double[] shares = random.doubles(k, 0.5, 2).toArray();
        double[] expected = Arrays.stream(Shares.normalised(shares))
                .map(share -> share * Arrays.stream(counts).sum())
                .toArray();
        Evenness evenness = Evenness.of(counts, shares, UNUSED);
        assertThat(evenness.chiSquare())
                .as("seed %d", seed)
                .isCloseTo(ChiSquareTest.withDefaults().statistic(expected, counts), within(1e-8));
        assertThat(evenness.g())
                .as("seed %d", seed)
                .isCloseTo(GTest.withDefaults().statistic(expected, counts), within(1e-8));
        assertThat(evenness.wInterval().contains(evenness.w()))
                .as("seed %d", seed)
                .isTrue();

        long[] reversed = new long[k];
        double[] reversedShares = new double[k];
        for (int i = 0; i < k; i++) {
            reversed[i] = counts[k - 1 - i];
            reversedShares[i] = shares[k - 1 - i];
        }
        Evenness mirrored = Evenness.of(reversed, reversedShares, UNUSED);
        assertThat(mirrored.w()).as("seed %d", seed).isCloseTo(evenness.w(), within(1e-12));
        assertThat(mirrored.gini()).as("seed %d", seed).isCloseTo(evenness.gini(), within(1e-12));
    }

    @Test
    void clustersWidenWhatIsInferredAndLeaveWhatIsCounted() {
        long[] counts = {500, 300, 200};
        double[] shares = {1, 1, 1};
        Evenness requests = Evenness.of(counts, shares, UNUSED);
        Evenness clustered = Evenness.of(counts, shares, 100, 0.05, UNUSED);
        Evenness sessions = Evenness.of(new long[] {50, 30, 20}, shares, UNUSED);
        assertThat(clustered.w()).isEqualTo(requests.w());
        assertThat(clustered.chiSquare()).isEqualTo(requests.chiSquare());
        assertThat(clustered.pValue()).isCloseTo(sessions.pValue(), within(1e-12));
        assertThat(clustered.adjustedW()).isCloseTo(sessions.adjustedW(), within(1e-12));
        assertThat(clustered.wInterval().low()).isCloseTo(sessions.wInterval().low(), within(1e-9));
        assertThat(clustered.wInterval().high()).isCloseTo(sessions.wInterval().high(), within(1e-9));
    }

    @Test
    void aBillionUnitsAreCounted() {
        Evenness evenness =
                Evenness.of(new long[] {500_000_000, 300_000_000, 200_000_000}, new double[] {1, 1, 1}, UNUSED);
        assertThat(evenness.w()).isCloseTo(0.3741657387, within(1e-10));
        assertThat(evenness.wInterval().low()).isCloseTo(0.37411, within(1e-5));
        assertThat(evenness.wInterval().high()).isCloseTo(0.37422, within(1e-5));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> Evenness.of(new long[] {5}, new double[] {1}, UNUSED))
                .hasMessageContaining("got 1");
        assertThatThrownBy(() -> Evenness.of(new long[] {0, 0}, new double[] {1, 1}, UNUSED))
                .hasMessageContaining("at least 1 unit");
        assertThatThrownBy(() -> Evenness.of(new long[] {1, 2}, new double[] {1, 0}, UNUSED))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> Evenness.of(new long[] {1, -2}, new double[] {1, 1}, UNUSED))
                .hasMessageContaining("got -2");
        assertThatThrownBy(() -> Evenness.of(new long[] {1, 2, 3}, new double[] {1, 1}, UNUSED))
                .hasMessageContaining("3 counts for 2 shares");
    }

    private static long[] longs(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    private static double[] doubles(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
