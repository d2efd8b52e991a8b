package dev.stickcheck.statistics;

/// Whether a sequence changes more or less often than chance makes it (Mood 1940, STATISTICS 4.5).
///
/// @param runs stretches of one instance
/// @param expected their mean over all orders of the same assignments
/// @param variance their variance over all orders
public record RunsTest(int runs, double expected, double variance) {
    /// Standard deviations above (changes too often) or below (stays too long) the mean; 0 when all
    /// orders are alike.
    public double z() {
        return variance > 0 ? (runs - expected) / Math.sqrt(variance) : 0;
    }

    /// E = (n(n+1) − Σc²)/n, Var = [Σc²(Σc² + n(n+1)) − 2n·Σc³ − n³] / (n²(n−1)).
    ///
    /// @param sequence instances by number, from 0
    static RunsTest of(int[] sequence, int instances) {
        double[] counts = new double[instances];
        int runs = sequence.length == 0 ? 0 : 1;
        for (int i = 0; i < sequence.length; i++) {
            counts[sequence[i]]++;
            runs += i > 0 && sequence[i] != sequence[i - 1] ? 1 : 0;
        }
        double n = sequence.length;
        if (n < 2) {
            return new RunsTest(runs, runs, 0);
        }
        double squares = 0;
        double cubes = 0;
        for (double count : counts) {
            squares += count * count;
            cubes += count * count * count;
        }
        double expected = (n * (n + 1) - squares) / n;
        double variance = (squares * (squares + n * (n + 1)) - 2 * n * cubes - n * n * n) / (n * n * (n - 1));
        return new RunsTest(runs, expected, Math.max(0, variance));
    }
}
