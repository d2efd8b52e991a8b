package dev.stickcheck.statistics;

import dev.stickcheck.model.Attribution.Control;
import dev.stickcheck.model.Interval;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Agreement without cookies, measured: the one-request sessions, grouped in random order into pseudo-sessions
/// (STATISTICS 1.2).
///
/// A pair of one pseudo-session is a pair of requests drawn at random, whatever the groups' sizes. So the agreement
/// expected over all groupings is that of all pairs, Σc(c−1) / n(n−1), and no grouping need be drawn.
final class ControlArm {
    private final long[] counts;
    private final long n;
    private final double pairs;

    /// @param counts requests of the control arm by instance
    ControlArm(long[] counts) {
        this.counts = counts.clone();
        this.n = Arrays.stream(counts).sum();
        this.pairs =
                Arrays.stream(counts).mapToDouble(c -> (double) c * (c - 1)).sum();
    }

    /// Null below two requests.
    @Nullable
    Double agreement() {
        return n < 2 ? null : pairs / ((double) n * (n - 1));
    }

    private @Nullable Double standardError() {
        if (n < 3) {
            return null;
        }
        Jackknife errors = new Jackknife();
        for (long c : counts) {
            if (c > 0) {
                errors.without((pairs - 2.0 * (c - 1)) / ((n - 1.0) * (n - 2)), c);
            }
        }
        return errors.standardError();
    }

    /// Holds the agreement within sessions against it: (A − A₀) / (1 − A₀).
    ///
    /// @param within agreement of the pairs of `sessions` sessions, and its standard error
    Control attribute(double within, @Nullable Double error, long sessions, int requestsPerSession, double alpha) {
        Double chance = agreement();
        if (chance == null) {
            return new Control(
                    n,
                    0,
                    null,
                    null,
                    null,
                    "there is no control arm: fewer than two one-request sessions were answered");
        }
        long groups = n / requestsPerSession;
        if (sessions == 0) {
            return new Control(n, groups, chance, null, null, "no session has two answers of known instances");
        }
        if (chance == 1) {
            return new Control(n, groups, chance, null, null, "without cookies everything went to one instance too");
        }
        double share = (within - chance) / (1 - chance);
        return new Control(n, groups, chance, share, interval(within, error, sessions, chance, alpha), null);
    }

    /// Both arms' errors by the delta method. Where no session ever moved these do not vary: then all that is known is
    /// how many may move, and each pair of one that does may disagree.
    private @Nullable Interval interval(
            double within, @Nullable Double error, long sessions, double chance, double alpha) {
        double rest = 1 - chance;
        if (within == 1) {
            return new Interval(1 - ExactInterval.upper(sessions, 0, alpha) / rest, 1);
        }
        Double chanceError = standardError();
        if (error == null || chanceError == null) {
            return null;
        }
        Interval around = StudentInterval.of(
                (within - chance) / rest,
                Math.hypot(error / rest, (1 - within) / rest / rest * chanceError),
                Math.min(sessions, n),
                alpha);
        return around == null ? null : new Interval(around.low(), Math.min(1, around.high()));
    }
}
