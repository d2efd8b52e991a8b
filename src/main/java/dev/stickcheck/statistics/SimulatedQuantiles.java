package dev.stickcheck.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The critical values where enumeration would take too long, by simulation (STATISTICS 4.4).
///
/// The seed is fixed: the values are a function of the question alone, like an integral by quadrature, so that the
/// same counts are always judged alike. With 100,000 draws the error probability of 5 % is met within 0.14 %.
final class SimulatedQuantiles {
    private static final long SEED = 42;
    private static final int MOST_DRAWS = 100_000;
    private static final int FEWEST_DRAWS = 2_000;
    private static final double MOST_STEPS = 5e6;
    private static final double TIE = 1e-12;

    private SimulatedQuantiles() {}

    static CriticalValues criticalValues(double[] shares, double[] alternative, long n, double alpha) {
        int k = shares.length;
        int draws = (int) Math.clamp(MOST_STEPS / k, FEWEST_DRAWS, MOST_DRAWS);
        double[] sorted = draw(shares, alternative, n, draws);
        int within = (int) Math.floor(alpha * draws + 1e-6);
        int pass = within - 1;
        while (pass >= 0 && equal(sorted[pass], sorted[within])) {
            pass--;
        }
        int fail = draws - within;
        while (fail < draws && equal(sorted[fail], sorted[draws - within - 1])) {
            fail++;
        }
        return new CriticalValues(
                pass < 0 ? Double.NEGATIVE_INFINITY : Shares.effectSize(sorted[pass], k, (double) n),
                fail >= draws ? Double.POSITIVE_INFINITY : Shares.effectSize(sorted[fail], k, (double) n));
    }

    private static double[] draw(double[] shares, double[] alternative, long n, int draws) {
        RandomGenerator random = new SplittableRandom(SEED);
        double[] weights = Shares.squareWeights(shares);
        MultinomialSampler sampler = new MultinomialSampler(alternative);
        long[] counts = new long[shares.length];
        double[] squares = new double[draws];
        for (int i = 0; i < draws; i++) {
            sampler.sample(random, n, counts);
            squares[i] = Shares.weightedSquares(counts, weights);
        }
        Arrays.sort(squares);
        return squares;
    }

    private static boolean equal(double a, double b) {
        return Math.abs(a - b) <= TIE * b;
    }
}
