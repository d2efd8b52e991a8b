package dev.stickcheck.statistics;

import java.util.random.RandomGenerator;

/// Whether an assignment depends on the one before it: χ² of the table of transitions, against permutations of the
/// same assignments (STATISTICS 4.5, step 3).
final class TransitionTest {
    private static final int PERMUTATIONS = 999;
    private static final double TIE = 1e-9;

    private final int instances;
    private final int[] cells;
    private final double[] from;
    private final double[] to;

    private TransitionTest(int instances) {
        this.instances = instances;
        cells = new int[instances * instances];
        from = new double[instances];
        to = new double[instances];
    }

    /// (1 + permutations as dependent) / (permutations + 1).
    static double pValue(int[] sequence, int instances, RandomGenerator random) {
        TransitionTest test = new TransitionTest(instances);
        double seen = test.dependence(sequence);
        int[] shuffled = sequence.clone();
        int asDependent = 1;
        for (int i = 0; i < PERMUTATIONS; i++) {
            shuffle(shuffled, random);
            asDependent += test.dependence(shuffled) >= seen * (1 - TIE) ? 1 : 0;
        }
        return asDependent / (PERMUTATIONS + 1.0);
    }

    /// Σ nᵢⱼ²/(rowᵢ·columnⱼ), which is χ²/n + 1: summed over the transitions themselves, so that empty
    /// cells cost nothing.
    private double dependence(int[] sequence) {
        int transitions = sequence.length - 1;
        for (int t = 0; t < transitions; t++) {
            cells[sequence[t] * instances + sequence[t + 1]]++;
            from[sequence[t]]++;
            to[sequence[t + 1]]++;
        }
        double sum = 0;
        for (int t = 0; t < transitions; t++) {
            sum += cells[sequence[t] * instances + sequence[t + 1]] / (from[sequence[t]] * to[sequence[t + 1]]);
        }
        for (int t = 0; t < transitions; t++) {
            cells[sequence[t] * instances + sequence[t + 1]] = 0;
            from[sequence[t]] = 0;
            to[sequence[t + 1]] = 0;
        }
        return sum;
    }

    private static void shuffle(int[] sequence, RandomGenerator random) {
        for (int i = sequence.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = sequence[i];
            sequence[i] = sequence[j];
            sequence[j] = swap;
        }
    }
}
