package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How evenly units fell on instances, next to how evenly they should have (STATISTICS 4.2).
///
/// @param n units counted
/// @param chiSquare Σ(c−e)²/e of the raw counts
/// @param pValue P(χ² ≥ seen) if the shares are exactly true; printed, never a gate
/// @param pLeft P(χ² ≤ seen): small where the counts are more even than chance makes them
/// @param g 2·Σ c·ln(c/e)
/// @param w √(χ²/n), the effect size that the gate judges; with equal shares the counts' standard deviation over
/// their mean
/// @param adjustedW w without the part that chance alone contributes
/// @param coefficientOfVariation of c/e over the instances; w itself for equal shares
/// @param maxDeviation max |c/e − 1|
/// @param jain (Σc)²/(k·Σc²), Jain, Chiu & Hawe 1984
/// @param entropy of the counts, over that of equal counts
/// @param totalVariation ½·Σ|c/n − share|
/// @param variance the guide's Σ(c−e)²/k, in squared units
/// @param wInterval where w lies, by inversion of the non-central chi-square (4.4)
public record Evenness(
        long n,
        double chiSquare,
        int degreesOfFreedom,
        double pValue,
        double pLeft,
        double g,
        double w,
        double adjustedW,
        double coefficientOfVariation,
        double maxDeviation,
        double jain,
        double gini,
        double entropy,
        double totalVariation,
        double variance,
        Interval wInterval) {
    /// Independent units, with a 90 % interval.
    public static Evenness of(long[] counts, double[] shares, RandomGenerator random) {
        return of(counts, shares, (double) Shares.total(counts, shares), 0.05, random);
    }

    /// Units that come in clusters and are worth only `effectiveUnits` independent ones ([DesignEffect]).
    ///
    /// The counts' own figures stay raw; what is inferred from them (p-values, adjusted w, the interval with
    /// `alpha` on each side) uses χ² over the design effect (Rao & Scott 1981). There must be at least one unit and
    /// two instances.
    public static Evenness of(
            long[] counts, double[] shares, double effectiveUnits, double alpha, RandomGenerator random) {
        double[] expectedShares = Shares.normalised(shares);
        long n = Shares.total(counts, shares);
        if (n < 1 || !(effectiveUnits > 0)) {
            throw new IllegalArgumentException(
                    "evenness needs at least 1 unit, got " + Math.min((double) n, effectiveUnits));
        }
        Sums sums = new Sums(counts, expectedShares, n);
        int k = counts.length;
        int degreesOfFreedom = k - 1;
        double effective = Math.min((double) n, effectiveUnits);
        double scaled = sums.chiSquare * effective / n;
        MultinomialTest.Tails tails = effective < n
                ? MultinomialTest.chiSquareTails(scaled, degreesOfFreedom)
                : MultinomialTest.tails(counts, expectedShares, n, sums.chiSquare, random);
        double w = Math.sqrt(sums.chiSquare / n);
        return new Evenness(
                n,
                sums.chiSquare,
                degreesOfFreedom,
                tails.right(),
                tails.left(),
                Math.max(0, 2 * sums.g),
                w,
                Math.sqrt(Math.max(0, scaled - degreesOfFreedom) / effective),
                sums.coefficientOfVariation(k),
                sums.maxDeviation,
                1 / (k * sums.concentration),
                gini(counts, n),
                Math.max(0, sums.entropy / Math.log(k)),
                sums.distance / 2,
                sums.variance / k,
                interval(scaled, degreesOfFreedom, effective, w, alpha));
    }

    /// λ such that χ² lies in the non-central distribution's lower or upper tail of `alpha`;
    /// w = √(λ/n) (Steiger 2004).
    ///
    /// Counts more even than chance leave that interval empty (0, 0); it is stretched to hold the observed w.
    private static Interval interval(double chiSquare, int degreesOfFreedom, double n, double w, double alpha) {
        double low = NonCentralChiSquare.centralityWhereCdfIs(1 - alpha, chiSquare, degreesOfFreedom);
        double high = NonCentralChiSquare.centralityWhereCdfIs(alpha, chiSquare, degreesOfFreedom);
        return new Interval(Math.min(w, Math.sqrt(low / n)), Math.max(w, Math.sqrt(high / n)));
    }

    /// Σ(2i−k−1)·c₍ᵢ₎ / (k·n) over the counts in ascending order.
    private static double gini(long[] counts, long n) {
        long[] ascending = counts.clone();
        Arrays.sort(ascending);
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            sum += (2.0 * i + 1 - ascending.length) * ascending[i];
        }
        return sum / ascending.length / n;
    }

    /// The sums over instances that the statistics are made of.
    private static final class Sums {
        private double chiSquare;
        private double g;
        private double ratios;
        private double squaredRatios;
        private double maxDeviation;
        private double concentration;
        private double entropy;
        private double distance;
        private double variance;

        Sums(long[] counts, double[] shares, long n) {
            for (int i = 0; i < counts.length; i++) {
                double expected = n * shares[i];
                double off = counts[i] - expected;
                double share = (double) counts[i] / n;
                double ratio = counts[i] / expected;
                chiSquare += off * off / expected;
                if (counts[i] > 0) {
                    g += counts[i] * Math.log(ratio);
                    entropy -= share * Math.log(share);
                }
                ratios += ratio;
                squaredRatios += ratio * ratio;
                maxDeviation = Math.max(maxDeviation, Math.abs(ratio - 1));
                concentration += share * share;
                distance += Math.abs(share - shares[i]);
                variance += off * off;
            }
        }

        double coefficientOfVariation(int k) {
            double mean = ratios / k;
            return Math.sqrt(Math.max(0, squaredRatios / k - mean * mean)) / mean;
        }
    }
}
