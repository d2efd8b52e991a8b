package dev.stickcheck.statistics;

import java.util.Arrays;

/// Checks and normalises the shares that instances are expected to take.
final class Shares {
    private Shares() {}

    /// The shares scaled to sum to 1; all must be positive and finite, and there must be at least two.
    static double[] normalised(double[] shares) {
        if (shares.length < 2) {
            throw new IllegalArgumentException("evenness needs at least 2 instances, got " + shares.length);
        }
        double sum = 0;
        for (double share : shares) {
            if (!(share > 0 && share < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("an instance's share must be positive, got " + share);
            }
            sum += share;
        }
        double[] result = new double[shares.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = shares[i] / sum;
        }
        return result;
    }

    static double[] equal(int instances) {
        double[] shares = new double[instances];
        Arrays.fill(shares, 1.0);
        return normalised(shares);
    }

    /// The index of the smallest share, the first of equals.
    static int smallest(double[] shares) {
        int smallest = 0;
        for (int i = 1; i < shares.length; i++) {
            if (shares[i] < shares[smallest]) {
                smallest = i;
            }
        }
        return smallest;
    }

    /// The sum of the counts, which must be as many as the shares and not negative.
    static long total(long[] counts, double[] shares) {
        if (counts.length != shares.length) {
            throw new IllegalArgumentException(counts.length + " counts for " + shares.length + " shares");
        }
        long total = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a count must not be negative, got " + count);
            }
            total = Math.addExact(total, count);
        }
        return total;
    }

    /// For each share 1/(k·share): exactly 1 when all are equal, so that sums of weighted squares stay integers.
    static double[] squareWeights(double[] shares) {
        double even = 1.0 / shares.length;
        double[] weights = new double[shares.length];
        boolean equal = true;
        for (double share : shares) {
            equal &= Math.abs(share - even) <= 1e-14;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = equal ? 1 : even / shares[i];
        }
        return weights;
    }

    /// Σ c²/(k·w), the form of χ² = k·Σc²/(k·w)/n − n in which equal results are equal numbers.
    static double weightedSquares(long[] counts, double[] squareWeights) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += squareWeights[i] * counts[i] * counts[i];
        }
        return sum;
    }

    /// W = √(χ²/n) of a sum of weighted squares (STATISTICS 4.2).
    static double effectSize(double weightedSquares, int instances, double n) {
        return Math.sqrt(Math.max(0, instances * weightedSquares / n / n - 1));
    }
}
