package dev.stickcheck.statistics;

/// How surely a perfectly balanced balancer passes the gate of evenness (STATISTICS 4.4).
final class BalancedPower {
    private static final double TIE = 1e-11;
    /// Beyond so many units the teeth of the saw are lower than anybody cares.
    private static final int SAW = 400;

    private BalancedPower() {}

    /// P(PASS) of `n` units that fall exactly by their shares: enumerated for two and three instances, by chi-square
    /// beyond, where the number of outcomes makes it smooth.
    static double passes(double[] shares, long n, double limit, double alpha) {
        double[] expected = Shares.normalised(shares);
        double most = EvennessGate.criticalValues(expected, n, limit, alpha).passW();
        if (most < 0) {
            return 0;
        }
        return most == Double.POSITIVE_INFINITY
                ? 1
                : EnumeratedQuantiles.feasible(expected.length, n)
                        ? enumerated(expected, (int) n, most)
                        : SpecialFunctions.chiSquareCdf(n * most * most, expected.length - 1.0);
    }

    private static double enumerated(double[] shares, int n, double most) {
        int k = shares.length;
        double[] weights = Shares.squareWeights(shares);
        double[][] mass = new double[k][];
        for (int i = 0; i < k; i++) {
            mass[i] = PoissonTable.relative(n * shares[i], n);
        }
        double limit = (most * most + 1) * n * n / k * (1 + TIE);
        double total = 0;
        double within = 0;
        for (int first = 0; first <= (k == 2 ? 0 : n); first++) {
            int rest = k == 2 ? n : n - first;
            double massBefore = k == 2 ? 1 : mass[0][first];
            double squaresBefore = k == 2 ? 0 : weights[0] * first * first;
            for (int count = 0; count <= rest; count++) {
                double probability = massBefore * mass[k - 2][count] * mass[k - 1][rest - count];
                double squares = squaresBefore
                        + weights[k - 2] * count * count
                        + weights[k - 1] * (rest - count) * (double) (rest - count);
                total += probability;
                within += squares <= limit ? probability : 0;
            }
        }
        return within / total;
    }

    /// The fewest units with which a balanced balancer passes with `power`.
    ///
    /// The probability is a saw where outcomes are few: of all numbers near the crossing the smallest is taken from
    /// which on none falls short.
    static long units(double[] shares, double limit, double alpha, double power) {
        double[] expected = Shares.normalised(shares);
        if (!HotAlternative.possible(expected, limit)) {
            return AssignmentPlan.assignmentsToMiss(expected[Shares.smallest(expected)]);
        }
        long low = 1;
        long high = AssignmentPlan.assignments(expected, limit, alpha);
        while (passes(expected, high, limit, alpha) < power) {
            low = high;
            high *= 2;
        }
        // A window of 3 % is finer than the Monte Carlo error of more than three instances.
        long fine = expected.length <= 3 ? 1 : Math.max(1, high / 100);
        while (high - low > fine) {
            long middle = (low + high) >>> 1;
            if (passes(expected, middle, limit, alpha) >= power) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return expected.length <= 3 && high <= SAW ? stable(expected, high, limit, alpha, power) : high;
    }

    private static long stable(double[] shares, long near, double limit, double alpha, double power) {
        long window = Math.max(12, near / 20);
        long enough = near;
        for (long n = Math.max(1, near - window); n < near + window; n++) {
            if (passes(shares, n, limit, alpha) < power) {
                enough = n + 1;
            }
        }
        return enough;
    }
}
