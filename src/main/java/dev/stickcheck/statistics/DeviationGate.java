package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;

/// Judges the largest deviation of an instance's load from its expectation (STATISTICS 4.3, reading R2).
///
/// Clopper & Pearson (1934) intervals of all shares at once: `alpha` is split over the instances and both ends
/// (Bonferroni), so that with `1 − alpha` every one of them holds its true share.
final class DeviationGate {
    /// A perfectly balanced balancer is to pass with this probability, as in [AssignmentPlan].
    private static final double POWER = 0.998;

    private DeviationGate() {}

    /// Plausible shares, one an instance, of `units` that are worth only `effective` independent ones.
    static Interval[] shares(long[] counts, double alpha, double effective) {
        long n = Shares.total(counts, new double[counts.length]);
        long independent = (long) Math.floor(Math.min((double) n, effective));
        Interval[] intervals = new Interval[counts.length];
        for (int i = 0; i < counts.length; i++) {
            long own = independent == n ? counts[i] : Math.round((double) counts[i] * independent / n);
            intervals[i] = independent < 1
                    ? new Interval(0, 1)
                    : ExactInterval.interval(independent, own, alpha / (2 * counts.length));
        }
        return intervals;
    }

    /// Where the largest |share/expected − 1| lies.
    static Interval deviation(Interval[] intervals, double[] shares) {
        double[] expected = Shares.normalised(shares);
        double low = 0;
        double high = 0;
        for (int i = 0; i < expected.length; i++) {
            double least = intervals[i].low() / expected[i] - 1;
            double most = intervals[i].high() / expected[i] - 1;
            low = Math.max(low, Math.max(least, -most));
            high = Math.max(high, Math.max(-least, most));
        }
        return new Interval(low, high);
    }

    /// PASS when every plausible share is within the limit of its expectation, FAIL when one has no plausible value
    /// that is.
    static Decision decide(long[] counts, double[] shares, double limit, double alpha, double effective) {
        EvennessGate.requireLimit(limit);
        Interval deviation = deviation(shares(counts, alpha, effective), shares);
        if (deviation.high() <= limit) {
            return Decision.PASS;
        }
        return deviation.low() > limit ? Decision.FAIL : Decision.UNDECIDED;
    }

    /// Up to which deviation of the instance with the smallest share, whose interval is the widest, `n` units pass, and
    /// from which on they fail; upwards and downwards.
    static CriticalValues criticalValues(double[] shares, long n, double limit, double alpha) {
        double[] expected = Shares.normalised(shares);
        double least = expected[Shares.smallest(expected)];
        double end = alpha / (2 * expected.length);
        double top = least * (1 + limit);
        double bottom = least * (1 - limit);
        double even = n * least;
        if (n < 1) {
            return CriticalValues.NONE;
        }
        long highest = Bisection.first(-1, n + 1, count -> ExactInterval.upper(n, count, end) > top) - 1;
        long lowest = Bisection.first(-1, n + 1, count -> ExactInterval.lower(n, count, end) >= bottom);
        double pass = Math.min(highest / even - 1, 1 - lowest / even);
        long above = Bisection.first(-1, n + 1, count -> ExactInterval.lower(n, count, end) > top);
        long below = Bisection.first(-1, n + 1, count -> ExactInterval.upper(n, count, end) >= bottom) - 1;
        boolean both = above <= n && (below >= 0 || limit >= 1);
        return new CriticalValues(
                pass < 0 ? Double.NEGATIVE_INFINITY : pass,
                both ? Math.max(above / even - 1, below < 0 ? 0 : 1 - below / even) : Double.POSITIVE_INFINITY);
    }

    /// Units after which a sound balancer passes, by normal approximation of the instance with the smallest share:
    /// its interval's half width and its own spread together must fit into the limit.
    static long units(double[] shares, double limit, double alpha) {
        double[] expected = Shares.normalised(shares);
        double least = expected[Shares.smallest(expected)];
        double width = SpecialFunctions.normalQuantile(1 - alpha / (2 * expected.length));
        double spread = SpecialFunctions.normalQuantile(1 - (1 - POWER) / (2 * expected.length));
        // At the edge of the limit a share's own variance is larger by about the limit.
        double variance = (1 - least) / least * (1 + limit / 2);
        double distance = (width + spread) / limit;
        return Math.max(AssignmentPlan.assignmentsToMiss(least), (long) Math.ceil(distance * distance * variance));
    }
}
