package dev.stickcheck.statistics;

import java.util.Arrays;

/// A statistic's outcomes with their probabilities, asked for the quantiles of its two tails.
///
/// Sorting everything would take most of the time on a cold JVM: outcomes are binned as they come, and only the
/// bins where the tails end are sorted.
final class WeightedOutcomes {
    private static final int BINS = 2048;

    /// Outcomes that differ by less are the same one, seen through rounding.
    private static final double TIE = 1e-12;

    private final double[] values;
    private final double[] masses;
    private final int[] bins;
    private final double[] binMass = new double[BINS + 1];
    private final double[] binLeast = new double[BINS + 1];
    private final double[] binMost = new double[BINS + 1];
    private final double least;
    private final double binsPerUnit;
    private double total;
    private int size;

    /// @param least not above any value
    /// @param most not below any value
    WeightedOutcomes(int capacity, double least, double most) {
        values = new double[capacity];
        masses = new double[capacity];
        bins = new int[capacity];
        this.least = least;
        binsPerUnit = BINS / (most - least);
        Arrays.fill(binLeast, Double.POSITIVE_INFINITY);
        Arrays.fill(binMost, Double.NEGATIVE_INFINITY);
    }

    /// @param mass the outcome's probability, up to a factor common to all
    void add(double value, double mass) {
        int bin = (int) Math.clamp((value - least) * binsPerUnit, 0, BINS);
        values[size] = value;
        masses[size] = mass;
        bins[size++] = bin;
        binMass[bin] += mass;
        binLeast[bin] = Math.min(binLeast[bin], value);
        binMost[bin] = Math.max(binMost[bin], value);
        total += mass;
    }

    /// The largest v with P(value ≤ v) ≤ alpha, or −∞.
    double largestWithin(double alpha) {
        double tail = alpha * total * (1 + TIE);
        double below = 0;
        int bin = 0;
        while (bin < BINS && below + binMass[bin] <= tail) {
            below += binMass[bin++];
        }
        double[] groups = distinct(bin);
        double[] groupMass = groupMass(bin, groups);
        double answer = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bin; i++) {
            answer = Math.max(answer, binMost[i]);
        }
        for (int i = 0; i < groups.length && below + groupMass[i] <= tail; i++) {
            below += groupMass[i];
            answer = groups[i];
        }
        return answer;
    }

    /// The smallest v with P(value ≥ v) ≤ alpha, or +∞.
    double smallestWithin(double alpha) {
        double tail = alpha * total * (1 + TIE);
        double above = 0;
        int bin = BINS;
        while (bin > 0 && above + binMass[bin] <= tail) {
            above += binMass[bin--];
        }
        double[] groups = distinct(bin);
        double[] groupMass = groupMass(bin, groups);
        double answer = Double.POSITIVE_INFINITY;
        for (int i = BINS; i > bin; i--) {
            answer = Math.min(answer, binLeast[i]);
        }
        for (int i = groups.length - 1; i >= 0 && above + groupMass[i] <= tail; i--) {
            above += groupMass[i];
            answer = groups[i];
        }
        return answer;
    }

    /// The bin's values in ascending order, one for each group of equals.
    private double[] distinct(int bin) {
        double[] inBin = new double[size];
        int found = 0;
        for (int i = 0; i < size; i++) {
            if (bins[i] == bin) {
                inBin[found++] = values[i];
            }
        }
        Arrays.sort(inBin, 0, found);
        int groups = 0;
        for (int i = 0; i < found; i++) {
            if (groups == 0 || inBin[i] - inBin[groups - 1] > TIE * inBin[i]) {
                inBin[groups++] = inBin[i];
            }
        }
        return Arrays.copyOf(inBin, groups);
    }

    private double[] groupMass(int bin, double[] groups) {
        double[] mass = new double[groups.length];
        for (int i = 0; i < size; i++) {
            if (bins[i] == bin) {
                int at = Arrays.binarySearch(groups, values[i]);
                mass[at >= 0 ? at : -at - 2] += masses[i];
            }
        }
        return mass;
    }
}
