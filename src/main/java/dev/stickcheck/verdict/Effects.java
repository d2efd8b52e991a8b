package dev.stickcheck.verdict;

import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.Change;
import dev.stickcheck.model.Interval;
import org.jspecify.annotations.Nullable;

/// What affinity changes, in words.
final class Effects {
    private Effects() {}

    /// `12 % faster`, `3.1 % slower`.
    static String faster(double improvement) {
        return Words.percent(Math.abs(improvement)) + (improvement < 0 ? " slower" : " faster");
    }

    /// ` (plausible: 3.1 % slower to 12 % faster)`.
    static String plausible(@Nullable Interval improvement) {
        return improvement == null ? "" : " (plausible: " + between(improvement) + ")";
    }

    /// `8 % to 12 % faster`, `3.1 % slower to 12 % faster`; the smaller change first.
    static String between(Interval improvement) {
        if (improvement.low() >= 0) {
            return Words.percent(improvement.low()) + " to " + faster(improvement.high());
        }
        return improvement.high() <= 0
                ? Words.percent(-improvement.high()) + " to " + faster(improvement.low())
                : faster(improvement.low()) + " to " + faster(improvement.high());
    }

    /// `p95 1.20 s without affinity, 1.10 s with it`.
    static String times(String name, ArmTime on, ArmTime off) {
        return on.value() == null || off.value() == null
                ? name
                : name + " " + Words.millis(off.value()) + " without affinity, " + Words.millis(on.value())
                        + " with it";
    }

    /// Whether it certainly rises, by at least one hundredth.
    static boolean rises(Change change) {
        return change.interval() != null && change.interval().low() >= 0.01;
    }

    /// Whether it certainly does not rise by one hundredth.
    static boolean staysDown(Change change) {
        return change.interval() != null && change.interval().high() < 0.01;
    }
}
