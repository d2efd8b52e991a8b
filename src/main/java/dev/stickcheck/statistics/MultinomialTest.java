package dev.stickcheck.statistics;

import java.util.random.RandomGenerator;

/// How probable counts are that are at least, or at most, as uneven as those seen, if the shares are true
/// (STATISTICS 4.2).
///
/// Chi-square where every expected count is at least 5, else the exact multinomial where it can be enumerated, else
/// simulation. "As uneven" is judged by χ².
final class MultinomialTest {
    private static final double LEAST_EXPECTED = 5;
    private static final double MOST_OUTCOMES = 1e6;
    private static final int DEEPEST = 64;
    private static final int MOST_DRAWS = 9999;
    private static final int FEWEST_DRAWS = 99;
    private static final double MOST_STEPS = 2e7;

    /// Equal sums differ by rounding only, different ones by more.
    private static final double TIE = 1e-11;

    /// @param right P(χ² ≥ seen)
    /// @param left P(χ² ≤ seen)
    record Tails(double right, double left) {}

    private MultinomialTest() {}

    static Tails tails(long[] counts, double[] shares, long n, double chiSquare, RandomGenerator random) {
        double least = n * shares[Shares.smallest(shares)];
        if (least >= LEAST_EXPECTED) {
            return chiSquareTails(chiSquare, shares.length - 1);
        }
        return enumerable(n, shares.length)
                ? enumerated(counts, shares, (int) n)
                : simulated(counts, shares, n, chiSquare, random);
    }

    /// Exact wherever it can be, however many are expected: equal counts on two instances have χ² = 0, which
    /// chi-square holds impossible and which 200 random units have with 5.6 %.
    static Tails exactTails(long[] counts, double[] shares, long n, double chiSquare, RandomGenerator random) {
        return enumerable(n, shares.length)
                ? enumerated(counts, shares, (int) n)
                : tails(counts, shares, n, chiSquare, random);
    }

    static Tails chiSquareTails(double chiSquare, int degreesOfFreedom) {
        return new Tails(
                SpecialFunctions.chiSquareSurvival(chiSquare, degreesOfFreedom),
                SpecialFunctions.chiSquareCdf(chiSquare, degreesOfFreedom));
    }

    static Tails enumerated(long[] counts, double[] shares, int n) {
        return new Enumeration(shares, n).tails(counts);
    }

    /// Whether there are few enough outcomes, C(n+k−1, k−1).
    private static boolean enumerable(long n, int k) {
        double outcomes = k <= DEEPEST ? 1 : Double.POSITIVE_INFINITY;
        for (int i = 1; i < k && outcomes <= MOST_OUTCOMES; i++) {
            outcomes *= (double) (n + i) / i;
        }
        return outcomes <= MOST_OUTCOMES;
    }

    /// (1 + as extreme) / (draws + 1), which is a valid p-value for any number of draws (Phipson & Smyth 2010);
    /// with so many instances that time allows hardly a draw, chi-square after all.
    private static Tails simulated(long[] counts, double[] shares, long n, double chiSquare, RandomGenerator random) {
        int draws = (int) Math.min(MOST_DRAWS, MOST_STEPS / Math.min(n, shares.length));
        if (draws < FEWEST_DRAWS) {
            return chiSquareTails(chiSquare, shares.length - 1);
        }
        double[] weights = Shares.squareWeights(shares);
        double seen = Shares.weightedSquares(counts, weights);
        MultinomialSampler sampler = new MultinomialSampler(shares);
        long[] drawn = new long[shares.length];
        int above = 1;
        int below = 1;
        for (int i = 0; i < draws; i++) {
            sampler.sample(random, n, drawn);
            double squares = Shares.weightedSquares(drawn, weights);
            above += squares >= seen * (1 - TIE) ? 1 : 0;
            below += squares <= seen * (1 + TIE) ? 1 : 0;
        }
        return new Tails((double) above / (draws + 1), (double) below / (draws + 1));
    }

    /// Walks through all outcomes. Multinomial counts are Poisson counts given their sum, so that an outcome's
    /// probability is a product of k table entries.
    private static final class Enumeration {
        private final double[][] tables;
        private final double[] weights;
        private final int n;
        private double seen;
        private double total;
        private double above;
        private double below;

        Enumeration(double[] shares, int n) {
            this.n = n;
            weights = Shares.squareWeights(shares);
            tables = new double[shares.length][];
            for (int i = 0; i < tables.length; i++) {
                tables[i] = PoissonTable.relative(n * shares[i], n);
            }
        }

        Tails tails(long[] counts) {
            seen = Shares.weightedSquares(counts, weights);
            walk(0, n, 1, 0);
            return new Tails(above / total, below / total);
        }

        private void walk(int instance, int rest, double probability, double squares) {
            if (instance == tables.length - 1) {
                add(probability * tables[instance][rest], squares + weights[instance] * rest * rest);
                return;
            }
            for (int count = 0; count <= rest; count++) {
                walk(
                        instance + 1,
                        rest - count,
                        probability * tables[instance][count],
                        squares + weights[instance] * count * count);
            }
        }

        private void add(double probability, double squares) {
            total += probability;
            above += squares >= seen * (1 - TIE) ? probability : 0;
            below += squares <= seen * (1 + TIE) ? probability : 0;
        }
    }
}
