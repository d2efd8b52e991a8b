package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MultinomialSamplerTest {
    /// 20,000 draws, means and one covariance within 4 standard errors.
    @Test
    void drawsMultinomialCounts() {
        double[] p = {0.5, 0.3, 0.15, 0.05};
        MultinomialSampler sampler = new MultinomialSampler(p);
        SplittableRandom random = new SplittableRandom(2);
        int draws = 20_000;
        long[] counts = new long[4];
        double[] sums = new double[4];
        double products = 0;
        for (int i = 0; i < draws; i++) {
            sampler.sample(random, 100, counts);
            assertThat(Arrays.stream(counts).sum()).isEqualTo(100);
            for (int j = 0; j < 4; j++) {
                sums[j] += counts[j];
            }
            products += (counts[0] - 50.0) * (counts[1] - 30.0);
        }
        for (int j = 0; j < 4; j++) {
            assertThat(sums[j] / draws).isCloseTo(100 * p[j], within(4 * Math.sqrt(100 * p[j] * (1 - p[j]) / draws)));
        }
        assertThat(products / draws).isCloseTo(-100 * 0.5 * 0.3, within(4 * 28 / Math.sqrt(draws)));
    }

    @Test
    void leavesNothingFromTheLastDrawBehind() {
        long[] counts = {9, 9, 9};
        new MultinomialSampler(new double[] {0.2, 0.3, 0.5}).sample(new SplittableRandom(1), 0, counts);
        assertThat(counts).containsOnly(0);
    }
}
