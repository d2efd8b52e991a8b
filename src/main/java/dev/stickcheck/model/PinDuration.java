package dev.stickcheck.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long sessions stay on their instance (STATISTICS 1.5): from a session's first answer to its first move without
/// an accepted cause; a session that ends, or moves for an accepted cause, before that is censored.
///
/// @param sessions that were followed for some time
/// @param ended pins that ended
/// @param exposureSeconds time on the first instance, over all sessions
/// @param endsPerSecond the constant hazard, `ended` over `exposureSeconds`; null without exposure
/// @param endsPerSecondInterval exact (Garwood 1936); without an end its high end is one-sided
/// @param curve how many pins are left (Kaplan & Meier 1958), at most 200 steps
public record PinDuration(
        long sessions,
        long ended,
        double exposureSeconds,
        @Nullable Double endsPerSecond,
        @Nullable Interval endsPerSecondInterval,
        List<Step> curve) {
    public PinDuration {
        curve = List.copyOf(curve);
    }

    /// The share of pins that lasts longer than `seconds`. A move lies between the last answer of the old instance and
    /// the first of the new one.
    ///
    /// @param keptByLastAnswer when moves are dated to the last answer of the old instance
    /// @param keptByMove when they are dated to the first answer of the new one: the conservative curve
    public record Step(double seconds, double keptByLastAnswer, double keptByMove) {}
}
