package dev.stickcheck.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws multinomial counts as a chain of conditional binomials: k draws however many units there are.
final class MultinomialSampler {
    private final double[] conditional;

    /// @param probabilities summing to 1
    MultinomialSampler(double[] probabilities) {
        conditional = new double[probabilities.length];
        double rest = 1;
        for (int i = 0; i < conditional.length; i++) {
            conditional[i] = rest <= 0 ? 1 : Math.clamp(probabilities[i] / rest, 0.0, 1.0);
            rest -= probabilities[i];
        }
        conditional[conditional.length - 1] = 1;
    }

    /// Fills `counts` with one draw of `n` units.
    void sample(RandomGenerator random, long n, long[] counts) {
        long rest = n;
        for (int i = 0; i < conditional.length; i++) {
            if (rest == 0) {
                Arrays.fill(counts, i, counts.length, 0);
                return;
            }
            counts[i] = BinomialSampler.sample(random, rest, conditional[i]);
            rest -= counts[i];
        }
    }
}
