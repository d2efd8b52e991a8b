package dev.stickcheck.statistics;

/// What the instances that were seen say about those that were not (STATISTICS 4.6).
public final class UnseenInstances {
    private static final double CONVERGED = 1e-16;

    private UnseenInstances() {}

    /// Good's (1953) coverage, 1 − f₁/n: the estimated share of the load that goes to instances already seen.
    public static double coverage(long[] counts) {
        long n = 0;
        for (long count : counts) {
            n = Math.addExact(n, count);
        }
        if (n < 1) {
            throw new IllegalArgumentException("coverage needs at least 1 assignment");
        }
        return 1 - (double) seenTimes(counts, 1) / n;
    }

    /// Chao's (1984) bias-corrected estimate of the number of instances, S + f₁(f₁−1) / (2(f₂+1)): a lower bound.
    public static double chao1(long[] counts) {
        long seen = 0;
        for (long count : counts) {
            seen += count > 0 ? 1 : 0;
        }
        double once = seenTimes(counts, 1);
        return seen + once * (once - 1) / (2.0 * (seenTimes(counts, 2) + 1));
    }

    /// The largest share of the load that instances not yet seen can have, when the last `m` assignments brought
    /// nothing new: 1 − (1−confidence)^(1/m).
    public static double unseenMassBound(long m, double confidence) {
        requireConfidence(confidence);
        return m < 1 ? 1 : -Math.expm1(Math.log1p(-confidence) / m);
    }

    /// Random assignments after which every one of `instances` equal instances has been seen (coupon collector).
    ///
    /// P(some unseen) = Σ(−1)^(j+1)·C(k,j)·(1−j/k)^n. Only searched where the first term is at most 1: there the
    /// terms fall from the start and nothing cancels.
    public static long assignmentsToSeeAll(int instances, double confidence) {
        requireConfidence(confidence);
        if (instances < 2) {
            return 1;
        }
        long low = Math.max(instances - 1, (long) (Math.log(1.0 / instances) / Math.log1p(-1.0 / instances)));
        long high = assignmentsToSeeAll(Shares.equal(instances), confidence);
        return Bisection.first(low, high, n -> someUnseen(instances, n) <= 1 - confidence);
    }

    /// The same for unequal shares, by Σ(1−w)^n ≤ 1−confidence: at most a few per cent more than is needed.
    public static long assignmentsToSeeAll(double[] shares, double confidence) {
        requireConfidence(confidence);
        double[] expected = Shares.normalised(shares);
        long low = 0;
        long high = 1;
        while (missedAtMost(expected, high) > 1 - confidence) {
            low = high;
            high = Math.multiplyExact(high, 2);
        }
        return Bisection.first(low, high, n -> missedAtMost(expected, n) <= 1 - confidence);
    }

    private static double missedAtMost(double[] shares, long n) {
        double sum = 0;
        for (double share : shares) {
            sum += Math.exp(n * Math.log1p(-share));
        }
        return sum;
    }

    private static double someUnseen(int k, long n) {
        double sum = 0;
        double choose = 1;
        for (int j = 1; j < k; j++) {
            choose *= (double) (k - j + 1) / j;
            double term = choose * Math.exp(n * Math.log1p(-(double) j / k));
            sum += j % 2 == 1 ? term : -term;
            if (term < CONVERGED) {
                break;
            }
        }
        return sum;
    }

    private static long seenTimes(long[] counts, long times) {
        long seen = 0;
        for (long count : counts) {
            seen += count == times ? 1 : 0;
        }
        return seen;
    }

    private static void requireConfidence(double confidence) {
        if (!(confidence >= 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0.5 and 1, got " + confidence);
        }
    }
}
