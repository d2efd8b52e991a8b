package dev.stickcheck.statistics;

/// The non-central chi-square distribution, of which the displayed interval of W is the inversion (STATISTICS 4.4).
///
/// P(X ≤ x) = Σ Poisson(j; λ/2) · P(χ²_{df+2j} ≤ x), summed outward from the largest weight, with neighbouring
/// chi-square values by recurrence (Benton & Krishnamoorthy 2003): some 20·√λ cheap steps.
final class NonCentralChiSquare {
    private static final double NEGLIGIBLE = 1e-18;
    private static final double RELATIVE_PRECISION = 1e-13;
    private static final int HALVINGS = 200;

    private NonCentralChiSquare() {}

    static double cdf(double x, double df, double lambda) {
        if (x <= 0) {
            return 0;
        }
        if (lambda <= 0) {
            return SpecialFunctions.chiSquareCdf(x, df);
        }
        double half = lambda / 2;
        double y = x / 2;
        double mode = Math.floor(half);
        double a = df / 2 + mode;
        double central = SpecialFunctions.chiSquareCdf(x, 2 * a);
        double step = SpecialFunctions.gammaStep(a, y);

        // Weights relative to the mode's, normalised at the end: lnΓ of a large mode would cost all digits.
        double sum = central;
        double weights = 1;
        double weight = 1;
        double value = central;
        double term = step;
        for (double j = mode + 1; weight > NEGLIGIBLE * weights; j++) {
            weight *= half / j;
            value = Math.max(0, value - term);
            term *= y / (df / 2 + j);
            sum += weight * value;
            weights += weight;
        }
        weight = 1;
        value = central;
        term = step;
        for (double j = mode; j > 0 && weight > NEGLIGIBLE * weights; j--) {
            weight *= j / half;
            term *= (df / 2 + j) / y;
            value = Math.min(1, value + term);
            sum += weight * value;
            weights += weight;
        }
        return Math.min(1, sum / weights);
    }

    /// The non-centrality at which P(X ≤ x) falls to `probability`; 0 where it is below that already at 0.
    static double centralityWhereCdfIs(double probability, double x, double df) {
        if (cdf(x, df, 0) <= probability) {
            return 0;
        }
        double low = 0;
        double high = Math.max(1, x);
        while (cdf(x, df, high) > probability) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS && high - low > RELATIVE_PRECISION * high; i++) {
            double middle = (low + high) / 2;
            if (cdf(x, df, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
