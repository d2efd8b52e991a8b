package dev.stickcheck.statistics;

import java.util.random.RandomGenerator;

/// Fisher's randomisation test of paired differences: without an effect, each block could as well have had its arms
/// the other way round.
final class SignFlip {
    /// Up to so many differences all signs are tried.
    private static final int MOST_EXACT = 20;

    private static final int DRAWS = 99_999;
    private static final double TIE = 1e-12;

    private SignFlip() {}

    /// P(|Σ ±d| ≥ |Σ d|), two-sided: at least 2^(1−B). Beyond 20 differences by simulation, where it counts itself
    /// (Phipson & Smyth 2010) and is at least 1/100,000.
    static double pValue(double[] differences, RandomGenerator random) {
        double sum = 0;
        double scale = 0;
        for (double difference : differences) {
            sum += difference;
            scale += Math.abs(difference);
        }
        double least = Math.abs(sum) - TIE * Math.max(scale, Double.MIN_NORMAL);
        return differences.length <= MOST_EXACT
                ? exact(differences, sum, least)
                : simulated(differences, least, random);
    }

    /// In Gray's order one sign changes from one assignment to the next.
    private static double exact(double[] differences, double sum, double least) {
        int assignments = 1 << differences.length;
        long asLarge = 1;
        double current = sum;
        boolean[] flipped = new boolean[differences.length];
        for (int i = 1; i < assignments; i++) {
            int place = Integer.numberOfTrailingZeros(i);
            current += (flipped[place] ? 2 : -2) * differences[place];
            flipped[place] = !flipped[place];
            if (Math.abs(current) >= least) {
                asLarge++;
            }
        }
        return (double) asLarge / assignments;
    }

    private static double simulated(double[] differences, double least, RandomGenerator random) {
        long asLarge = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            long signs = 0;
            for (int i = 0; i < differences.length; i++) {
                signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
                sum += (signs & 1) == 0 ? differences[i] : -differences[i];
            }
            if (Math.abs(sum) >= least) {
                asLarge++;
            }
        }
        return asLarge / (DRAWS + 1.0);
    }
}
