package dev.stickcheck.statistics;

/// Between which values of W counts decide nothing (STATISTICS 4.4).
///
/// @param passW the largest W that passes; −∞ when so few units cannot pass, +∞ when every count passes
/// @param failW the smallest W that fails; +∞ when nothing can fail
public record CriticalValues(double passW, double failW) {
    /// Far below the distance of neighbouring values, far above rounding.
    private static final double TIE = 1e-11;

    static final CriticalValues NONE = new CriticalValues(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final CriticalValues ALL_PASS = new CriticalValues(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    public CriticalValues {
        if (!(passW <= failW)) {
            throw new IllegalArgumentException("PASS up to " + passW + " and FAIL from " + failW + " overlap");
        }
    }

    /// What counts with this W show.
    public Decision decide(double w) {
        if (passW >= 0 && w * w <= passW * passW + TIE) {
            return Decision.PASS;
        }
        return w * w >= failW * failW - TIE ? Decision.FAIL : Decision.UNDECIDED;
    }
}
