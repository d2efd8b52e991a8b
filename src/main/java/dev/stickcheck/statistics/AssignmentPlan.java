package dev.stickcheck.statistics;

import dev.stickcheck.model.Thresholds;

/// How many assignments a judgement of evenness needs (STATISTICS 4.1, 4.4, 1.3).
public final class AssignmentPlan {
    /// A perfectly balanced random balancer is to pass with this probability.
    private static final double POWER = 0.998;

    private static final double LIMIT = 0.30;
    private static final double ALPHA = 0.05;
    private static final double MISSING = 0.01;

    /// Keeps 0.1² from being larger than 0.01.
    private static final double TIE = 1e-9;

    private static final int[] INSTANCES = {2, 3, 5, 10, 20, 50};
    private static final int[] ASSIGNMENTS = {260, 310, 380, 465, 640, 930};

    private AssignmentPlan() {}

    /// Assignments after which a sound balancer of equal instances passes with 99.8 % at the usual limit of 30 %.
    ///
    /// With the four fifths of alpha by which a probe judges them it is 99.6 % for ten instances, and 99.8 %
    /// still for the others of the table.
    public static long assignments(int instances) {
        return assignments(Shares.equal(instances), LIMIT, ALPHA);
    }

    /// Assignments after which a sound balancer passes with 99.8 %, for any shares, limit of W and alpha.
    ///
    /// The table of 4.1 holds for equal shares, 30 % and 5 %. The number falls with the square of the limit; a
    /// smaller alpha, a hotter alternative or a smaller share adds the factor of [#need] against the table's case.
    public static long assignments(double[] shares, double limit, double alpha) {
        double[] expected = Shares.normalised(shares);
        EvennessGate.requireLimit(limit);
        StickinessEvidence.requireAlpha(alpha);
        int k = expected.length;
        double least = expected[Shares.smallest(expected)];
        long all = assignmentsToMiss(least);
        if (!HotAlternative.possible(expected, limit)) {
            return all;
        }
        double scaled = table(k) * LIMIT * LIMIT / limit / limit;
        double factor = Math.max(1, need(k, least, limit, alpha, scaled) / need(k, 1.0 / k, LIMIT, ALPHA, table(k)));
        return Math.max(all, (long) Math.ceil(scaled * factor - TIE));
    }

    /// The same for whatever reading of imbalance is asked for.
    public static long assignments(double[] shares, Thresholds thresholds) {
        double limit = thresholds.maxImbalance();
        return switch (thresholds.evenness()) {
            case VARIATION -> assignments(shares, limit, thresholds.alpha());
            case MAX_DEVIATION -> DeviationGate.units(shares, limit, thresholds.alpha());
        };
    }

    /// Assignments without a single one on an instance of this share after which it counts as missing: the smallest
    /// m with (1−w)^m ≤ 0.01.
    public static long assignmentsToMiss(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must lie between 0 and 1, got " + share);
        }
        return Math.max(1, (long) Math.ceil(Math.log(MISSING) / Math.log1p(-share) - TIE));
    }

    /// n·t² by approximation: how far √n·t must lie from 0 for the hot alternative's lower quantile to clear a
    /// balanced load's upper one.
    ///
    /// √χ² of the hot instance alone is normal about √n·t with variance s² = p(1−p)/(w(1−w)); the k−2 other degrees
    /// of freedom add about their number times (1−p)/(1−w). A balanced load's quantile is chi-square's, further out
    /// by (z²−1)/6 times the skewness of the smallest instance's count (Cornish & Fisher 1938). Used as a ratio
    /// only, where its error of 7 % mostly cancels.
    ///
    /// @param n assignments, roughly
    private static double need(int k, double share, double limit, double alpha, double n) {
        double hot = HotAlternative.heated(share, limit);
        double spread = Math.sqrt(hot * (1 - hot) / share / (1 - share));
        double others = (k - 2) * (1 - hot) / (1 - share);
        double balanced = Math.sqrt(SpecialFunctions.chiSquareQuantile(POWER, k - 1) - others);
        double skewness = (1 - 2 * share) / Math.sqrt(n * share * (1 - share));
        double distance = SpecialFunctions.normalQuantile(1 - alpha) * spread
                + balanced
                + (balanced * balanced - 1) / 6 * skewness;
        return distance * distance;
    }

    /// The table, straight between its points in the logarithms, and growing with √k beyond its end.
    private static double table(int k) {
        int last = INSTANCES.length - 1;
        if (k >= INSTANCES[last]) {
            return ASSIGNMENTS[last] * Math.sqrt((double) k / INSTANCES[last]);
        }
        int i = 0;
        while (INSTANCES[i + 1] < k) {
            i++;
        }
        double part = Math.log((double) k / INSTANCES[i]) / Math.log((double) INSTANCES[i + 1] / INSTANCES[i]);
        return ASSIGNMENTS[i] * Math.pow((double) ASSIGNMENTS[i + 1] / ASSIGNMENTS[i], part);
    }
}
