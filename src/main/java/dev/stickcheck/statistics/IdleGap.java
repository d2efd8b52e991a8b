package dev.stickcheck.statistics;

import java.time.Duration;

/// Sessions that idle for the same time, and whether affinity outlasts it.
///
/// A likelihood ratio in the manner of Wald's (1945): sessions come back elsewhere with 5 % where affinity lasts
/// (misrouting), and with 1 − c where it does not, c being the agreement that chance alone gives (1/k for k equal
/// instances). Three hundred to one decides; with three instances six that came back do, or three that did not.
final class IdleGap {
    static final int FEWEST = 3;
    private static final int MOST = 60;
    private static final double STRAY = 0.05;
    private static final double DECIDED = Math.log(300) - 1e-9;

    enum Verdict {
        OPEN,
        KEPT,
        LOST,
        /// So mixed that more repeats do not help.
        MIXED
    }

    final Duration nominal;
    int kept;
    int lost;
    private Verdict settled = Verdict.OPEN;
    private Duration least = Duration.ofDays(10_000);
    private Duration most = Duration.ZERO;

    IdleGap(Duration nominal) {
        this.nominal = nominal;
    }

    /// A session came back.
    ///
    /// @param least that it idled for surely, at the balancer
    /// @param most that it may have idled for
    void cameBack(boolean home, Duration least, Duration most) {
        kept += home ? 1 : 0;
        lost += home ? 0 : 1;
        this.least = this.least.compareTo(least) < 0 ? this.least : least;
        this.most = this.most.compareTo(most) > 0 ? this.most : most;
    }

    /// What is decided stays so: the chance agreement that is known later must not undo it.
    Verdict verdict(double chance) {
        settled = settled == Verdict.OPEN ? ratio(chance) : settled;
        return settled;
    }

    private Verdict ratio(double chance) {
        double agree = Math.clamp(chance, 0.01, 0.9);
        double ratio = lost * Math.log((1 - agree) / STRAY) + kept * Math.log(agree / (1 - STRAY));
        if (kept + lost < FEWEST) {
            return Verdict.OPEN;
        }
        if (ratio >= DECIDED) {
            return Verdict.LOST;
        }
        if (ratio <= -DECIDED) {
            return Verdict.KEPT;
        }
        return kept + lost < MOST ? Verdict.OPEN : Verdict.MIXED;
    }

    /// The shortest time that sessions idled in truth.
    Duration least() {
        return kept + lost == 0 ? nominal : least;
    }

    /// The longest.
    Duration most() {
        return kept + lost == 0 ? nominal : most;
    }
}
