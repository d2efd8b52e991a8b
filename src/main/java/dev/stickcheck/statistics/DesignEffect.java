package dev.stickcheck.statistics;

import java.util.Arrays;

/// How much less clustered units say than independent ones (STATISTICS 2, 4.1).
///
/// Requests of one session fall together. Whole clusters go in, one after another; only sums per instance are kept,
/// so memory does not grow with the clusters, and accumulators of several sources [merge][#merge].
public final class DesignEffect {
    private double[] counts = {};
    private double[] squares = {};
    private double[] countsTimesSize = {};
    private double units;
    private double squaredSizes;
    private long clusters;

    /// Adds a cluster by its units on each instance. Arrays may grow as instances become known; an empty
    /// cluster is nothing.
    public void add(long[] cluster) {
        double size = 0;
        for (long count : cluster) {
            if (count < 0) {
                throw new IllegalArgumentException("a count must not be negative, got " + count);
            }
            size += count;
        }
        if (size == 0) {
            return;
        }
        grow(cluster.length);
        for (int i = 0; i < cluster.length; i++) {
            double count = cluster[i];
            counts[i] += count;
            squares[i] += count * count;
            countsTimesSize[i] += count * size;
        }
        units += size;
        squaredSizes += size * size;
        clusters++;
    }

    /// Adds what another accumulator saw; the instances must be numbered alike.
    public void merge(DesignEffect other) {
        grow(other.counts.length);
        for (int i = 0; i < other.counts.length; i++) {
            counts[i] += other.counts[i];
            squares[i] += other.squares[i];
            countsTimesSize[i] += other.countsTimesSize[i];
        }
        units += other.units;
        squaredSizes += other.squaredSizes;
        clusters += other.clusters;
    }

    /// The factor by which clustering inflates χ²: the larger of two estimates, never below 1.
    ///
    /// With few clusters of unequal size the sampled one comes out far too small, the modelled one does not.
    public double deff() {
        return Math.max(1, Math.max(sampled(), modelled()));
    }

    /// The independent units that say as much.
    public double effectiveN() {
        return units / deff();
    }

    /// Rao & Scott's (1981) first order: Σᵢ(1−pᵢ)·DEFFᵢ / (k−1) over the instances seen, DEFFᵢ from the variance of
    /// pᵢ as a ratio over clusters (Cochran 1977): S/(S−1) · Σ(c−p·m)² / N², against p(1−p)/N.
    double sampled() {
        if (clusters < 2) {
            return 1;
        }
        double sum = 0;
        int seen = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double p = counts[i] / units;
                double residuals = squares[i] - 2 * p * countsTimesSize[i] + p * p * squaredSizes;
                sum += Math.max(0, residuals) / (p * units);
                seen++;
            }
        }
        return seen < 2 ? 1 : sum * clusters / (clusters - 1.0) / (seen - 1);
    }

    /// Kish's (1965) 1 + ρ·(Σm²/Σm − 1), ρ the correlation within a cluster, by agreement of pairs (STATISTICS
    /// 1.1); Σm²/Σm itself where clusters never split, or nothing tells.
    double modelled() {
        if (units == 0) {
            return 1;
        }
        double sameInstance = Arrays.stream(squares).sum();
        double pairs = Arrays.stream(counts).map(count -> count * count).sum();
        double largest = squaredSizes / units - 1;
        double between = squaredSizes < units * units ? (pairs - sameInstance) / (units * units - squaredSizes) : 1;
        if (largest <= 0 || between >= 1) {
            return 1 + largest;
        }
        double within = (sameInstance - units) / (squaredSizes - units);
        return 1 + Math.max(0, (within - between) / (1 - between)) * largest;
    }

    private void grow(int instances) {
        if (instances > counts.length) {
            counts = Arrays.copyOf(counts, instances);
            squares = Arrays.copyOf(squares, instances);
            countsTimesSize = Arrays.copyOf(countsTimesSize, instances);
        }
    }
}
