package dev.stickcheck.statistics;

/// How two samples differ as a whole, whatever their distributions: beside the quantiles, never instead of them. It
/// takes the values as independent, which requests of a session are not.
final class RankShift {
    /// Halvings of the range, each of which counts all pairs.
    private static final int HALVINGS = 100;

    private final double[] x;
    private final double[] y;

    /// Both ascending and not empty.
    RankShift(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// Hodges & Lehmann (1963): the median of all differences y − x, found by counting instead of listing them.
    double hodgesLehmann() {
        long pairs = (long) x.length * y.length;
        double lower = difference((pairs + 1) / 2);
        return pairs % 2 == 1 ? lower : (lower + difference(pairs / 2 + 1)) / 2;
    }

    /// The difference of a rank from 1: the smallest that so many differences do not exceed.
    private double difference(long rank) {
        double low = y[0] - x[x.length - 1];
        double high = y[y.length - 1] - x[0];
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (countUpTo(middle) >= rank) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return countUpTo(low) >= rank ? low : high;
    }

    private long countUpTo(double most) {
        long count = 0;
        int j = 0;
        for (double value : x) {
            while (j < y.length && y[j] - value <= most) {
                j++;
            }
            count += j;
        }
        return count;
    }

    /// Mann & Whitney's (1947) U: pairs of which x is the larger, ties by half.
    double u() {
        double u = 0;
        int below = 0;
        int upTo = 0;
        for (double value : x) {
            while (below < y.length && y[below] < value) {
                below++;
            }
            while (upTo < y.length && y[upTo] <= value) {
                upTo++;
            }
            u += (below + upTo) / 2.0;
        }
        return u;
    }

    /// The part of all pairs in which x is smaller, ties by half.
    double smaller() {
        return 1 - u() / ((double) x.length * y.length);
    }
}
