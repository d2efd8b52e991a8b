package dev.stickcheck.statistics;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/// The one door to the special functions of Commons Math and of Commons Statistics (its `numbers-gamma`).
///
/// Commons Math 3.6.1 has no upper tails, so that a small p-value would come out as 0 (STATISTICS 8), and at a billion
/// sessions its incomplete beta is wrong in the seventh digit: for both its successor is asked.
final class SpecialFunctions {
    /// Enough halvings to walk from 1 down to the smallest normal double.
    private static final int HALVINGS = 1100;

    private static final double RELATIVE_PRECISION = 1e-15;

    private SpecialFunctions() {}

    /// ln B(a, b).
    static double logBeta(double a, double b) {
        return Beta.logBeta(a, b);
    }

    /// I_x(a, b): the probability that a Beta(a, b) variable is at most x.
    static double regularizedBeta(double x, double a, double b) {
        return RegularizedBeta.value(x, a, b);
    }

    /// 1 − I_x(a, b), without the cancellation.
    static double regularizedBetaComplement(double x, double a, double b) {
        return RegularizedBeta.complement(x, a, b);
    }

    /// ln I_x(a, b); −∞ where I underflows.
    static double logRegularizedBeta(double x, double a, double b) {
        return Math.log(RegularizedBeta.value(x, a, b));
    }

    /// ln (1 − I_x(a, b)); −∞ where it underflows.
    static double logRegularizedBetaComplement(double x, double a, double b) {
        return Math.log(RegularizedBeta.complement(x, a, b));
    }

    /// The x with I_x(a, b) = p, to full relative precision however small it is.
    static double inverseBeta(double p, double a, double b) {
        if (p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS && high - low > RELATIVE_PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (RegularizedBeta.value(middle, a, b) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// P(X ≤ x) for X chi-square with `df` degrees of freedom.
    static double chiSquareCdf(double x, double df) {
        return x <= 0 ? 0 : RegularizedGamma.P.value(df / 2, x / 2);
    }

    /// P(X > x), which stays exact where 1 − cdf is 0.
    static double chiSquareSurvival(double x, double df) {
        return x <= 0 ? 1 : RegularizedGamma.Q.value(df / 2, x / 2);
    }

    /// The x with P(X ≤ x) = p.
    static double chiSquareQuantile(double p, double df) {
        double high = Math.max(1, df);
        while (chiSquareSurvival(high, df) > 1 - p) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && high - low > RELATIVE_PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (chiSquareSurvival(middle, df) > 1 - p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The density term y^a e^−y / Γ(a+1), by which two neighbouring chi-square distributions differ.
    static double gammaStep(double a, double y) {
        return RegularizedGamma.P.derivative(a, y) * y / a;
    }

    /// P(X ≤ x) of x successes in n trials.
    static double binomialCdf(long n, long x, double p) {
        if (x < 0) {
            return 0;
        }
        return x >= n ? 1 : RegularizedBeta.complement(p, x + 1.0, (double) (n - x));
    }

    /// P(X ≥ x) of x successes in n trials.
    static double binomialUpperTail(long n, long x, double p) {
        if (x <= 0) {
            return 1;
        }
        return x > n ? 0 : RegularizedBeta.value(p, (double) x, n - x + 1.0);
    }

    /// The z with Φ(z) = p.
    static double normalQuantile(double p) {
        return -Math.sqrt(2) * InverseErfc.value(2 * p);
    }

    /// The t with P(T ≤ t) = p, for p ≥ ½ and Student's T of `df` degrees of freedom: P(|T| > t) is
    /// I_x(df/2, ½) at x = df / (df + t²).
    static double studentQuantile(double p, double df) {
        double x = inverseBeta(2 * (1 - p), df / 2, 0.5);
        return Math.sqrt(df * (1 - x) / x);
    }
}
