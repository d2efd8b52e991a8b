package dev.stickcheck.statistics;

/// The critical values for two or three instances, exact: every outcome is visited (STATISTICS 4.4).
///
/// The statistic is Σc²/(k·w), an integer for equal shares, so that equally uneven outcomes are equal numbers.
/// Multinomial counts are Poisson counts given their sum: an outcome's probability is a product of table entries.
final class EnumeratedQuantiles {
    private static final double MOST_OUTCOMES = 1e6;

    private final double[][] mass;
    private final double[][] squares;
    private final WeightedOutcomes outcomes;

    private EnumeratedQuantiles(double[] shares, double[] alternative, int n) {
        int k = shares.length;
        double[] weights = Shares.squareWeights(shares);
        double all = (double) n * n;
        mass = new double[k][];
        squares = new double[k][n + 1];
        for (int i = 0; i < k; i++) {
            mass[i] = PoissonTable.relative(n * alternative[i], n);
            for (int count = 0; count <= n; count++) {
                squares[i][count] = weights[i] * count * count;
            }
        }
        int capacity = k == 2 ? n + 1 : (n + 1) * (n + 2) / 2;
        outcomes = new WeightedOutcomes(capacity, all / k, all * weights[Shares.smallest(shares)]);
    }

    static boolean feasible(int instances, long n) {
        return switch (instances) {
            case 2 -> n + 1.0 <= MOST_OUTCOMES;
            case 3 -> (n + 1.0) * (n + 2.0) / 2 <= MOST_OUTCOMES;
            default -> false;
        };
    }

    static CriticalValues criticalValues(double[] shares, double[] alternative, int n, double alpha) {
        EnumeratedQuantiles all = new EnumeratedQuantiles(shares, alternative, n);
        if (shares.length == 2) {
            all.lastTwo(0, n, 0, 1);
        } else {
            for (int first = 0; first <= n; first++) {
                all.lastTwo(1, n - first, all.squares[0][first], all.mass[0][first]);
            }
        }
        double pass = all.outcomes.largestWithin(alpha);
        double fail = all.outcomes.smallestWithin(alpha);
        return new CriticalValues(
                Double.isInfinite(pass) ? pass : Shares.effectSize(pass, shares.length, n),
                Double.isInfinite(fail) ? fail : Shares.effectSize(fail, shares.length, n));
    }

    /// Visits every split of `rest` units over the instances `at` and `at + 1`.
    private void lastTwo(int at, int rest, double squaresBefore, double massBefore) {
        for (int count = 0; count <= rest; count++) {
            outcomes.add(
                    squaresBefore + squares[at][count] + squares[at + 1][rest - count],
                    massBefore * mass[at][count] * mass[at + 1][rest - count]);
        }
    }
}
