package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialSamplerTest {
    /// Both methods and both sides of ½, 50,000 draws each, against the exact distribution: the largest gap between
    /// the distribution functions (Kolmogorov) stays below 2/√50,000, which chance exceeds once in 1,500 times.
    @ParameterizedTest
    @CsvSource({
        "5, 0.3",
        "40, 0.05",
        "40, 0.97",
        "60, 0.5",
        "310, 0.47",
        "930, 0.0625",
        "2000, 0.9",
        "100000, 0.01",
        "1000000, 0.000005"
    })
    void drawsTheBinomialDistribution(int n, double p) {
        SplittableRandom random = new SplittableRandom(n);
        int draws = 50_000;
        int[] seen = new int[n + 1];
        for (int i = 0; i < draws; i++) {
            seen[(int) BinomialSampler.sample(random, n, p)]++;
        }
        BinomialDistribution exact = BinomialDistribution.of(n, p);
        double cumulated = 0;
        double gap = 0;
        for (int x = 0; x <= n; x++) {
            cumulated += seen[x];
            if (seen[x] > 0) {
                gap = Math.max(gap, Math.abs(cumulated / draws - exact.cumulativeProbability(x)));
            }
        }
        assertThat(gap).isLessThan(2 / Math.sqrt(draws));
    }

    @Test
    void staysRightForABillionTrials() {
        SplittableRandom random = new SplittableRandom(1);
        long n = 1_000_000_000L;
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double z = (BinomialSampler.sample(random, n, 0.25) - 0.25 * n) / Math.sqrt(0.1875 * n);
            sum += z;
            squares += z * z;
        }
        assertThat(sum / draws).isCloseTo(0, within(4 / Math.sqrt(draws)));
        assertThat(squares / draws).isCloseTo(1, within(4 * Math.sqrt(2.0 / draws)));
    }

    @Test
    void certaintiesNeedNoDraw() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(BinomialSampler.sample(random, 0, 0.5)).isZero();
        assertThat(BinomialSampler.sample(random, 9, 0)).isZero();
        assertThat(BinomialSampler.sample(random, 9, 1)).isEqualTo(9);
    }
}
