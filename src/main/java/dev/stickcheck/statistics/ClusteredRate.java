package dev.stickcheck.statistics;

import dev.stickcheck.model.Attribution.SwitchRate;
import dev.stickcheck.model.Interval;
import org.jspecify.annotations.Nullable;

/// Switches per transition, sessions being clusters of transitions that depend on one another (STATISTICS 2). Additive.
final class ClusteredRate {
    private long sessions;
    private double switches;
    private double transitions;
    private double switchesSquared;
    private double switchesTimesTransitions;
    private double transitionsSquared;
    /// Σ Y²/T, for the variance between sessions.
    private double between;

    /// A session that switched `y` times in `t` transitions, of which it has at least one.
    void add(double y, double t) {
        sessions++;
        switches += y;
        transitions += t;
        switchesSquared += y * y;
        switchesTimesTransitions += y * t;
        transitionsSquared += t * t;
        between += y * y / t;
    }

    /// What it comes to, each side of the interval at `alpha`.
    SwitchRate rate(double alpha) {
        if (sessions == 0) {
            return new SwitchRate(null, null, null, null, null);
        }
        double q = switches / transitions;
        Double error = standardError(q);
        Double naive = q > 0 && q < 1 ? q * (1 - q) / transitions : null;
        return new SwitchRate(
                q,
                error,
                interval(q, error, alpha),
                error == null || naive == null ? null : error * error / naive,
                correlation());
    }

    /// The ratio estimator's (Cochran 1977; Liang & Zeger 1986): √(S/(S−1)·Σ(Y − q·T)²) / ΣT.
    private @Nullable Double standardError(double q) {
        if (sessions < 2) {
            return null;
        }
        double residuals = switchesSquared - 2 * q * switchesTimesTransitions + q * q * transitionsSquared;
        return Math.sqrt(Math.max(0, residuals) * sessions / (sessions - 1.0)) / transitions;
    }

    /// Where no session ever switched, or all always did, the sessions do not vary and only their number tells: no more
    /// transitions switch than sessions move (Clopper & Pearson 1934).
    private @Nullable Interval interval(double q, @Nullable Double error, double alpha) {
        if (switches == 0) {
            return new Interval(0, ExactInterval.upper(sessions, 0, alpha));
        }
        if (switches == transitions) {
            return new Interval(ExactInterval.lower(sessions, sessions, alpha), 1);
        }
        Interval around = StudentInterval.of(q, error, sessions, alpha);
        return around == null ? null : new Interval(Math.max(0, around.low()), Math.min(1, around.high()));
    }

    /// One-way ANOVA: (MSB − MSW) / (MSB + (m₀−1)·MSW), m₀ the cluster size that unequal ones come to.
    private @Nullable Double correlation() {
        if (sessions < 2 || transitions <= sessions) {
            return null;
        }
        double amongSessions = (between - switches * switches / transitions) / (sessions - 1);
        double inSessions = (switches - between) / (transitions - sessions);
        double size = (transitions - transitionsSquared / transitions) / (sessions - 1);
        double all = amongSessions + (size - 1) * inSessions;
        return all > 0 ? (amongSessions - inSessions) / all : null;
    }
}
