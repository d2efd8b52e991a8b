package dev.stickcheck.statistics;

import java.util.random.RandomGenerator;

/// Draws exact binomial numbers in constant time, whatever the number of trials.
///
/// Inversion where few successes are expected, else Hörmann's transformed rejection BTRS (1993, J. Stat. Comput.
/// Simul. 46).
final class BinomialSampler {
    private static final double FEW = 10;

    /// ln k! − Stirling's formula for k below 10.
    private static final double[] STIRLING_ERROR = {
        0.08106146679532726,
        0.04134069595540929,
        0.02767792568499834,
        0.02079067210376509,
        0.01664469118982119,
        0.01387612882307075,
        0.01189670994589177,
        0.01041126526197209,
        0.009255462182712733,
        0.00833056343336287
    };

    private BinomialSampler() {}

    static long sample(RandomGenerator random, long n, double p) {
        if (n <= 0 || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return n;
        }
        if (p > 0.5) {
            return n - sample(random, n, 1 - p);
        }
        return n * p < FEW ? invert(random, n, p) : reject(random, n, p);
    }

    private static long invert(RandomGenerator random, long n, double p) {
        double odds = p / (1 - p);
        double scale = (n + 1) * odds;
        double none = Math.exp(n * Math.log1p(-p));
        while (true) {
            double left = random.nextDouble();
            double probability = none;
            // Beyond 110 lies less than 1e-60: only rounding gets there.
            for (long k = 0; k <= n && k <= 110; k++) {
                if (left <= probability) {
                    return k;
                }
                left -= probability;
                probability *= scale / (k + 1) - odds;
            }
        }
    }

    private static long reject(RandomGenerator random, long n, double p) {
        double spread = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double center = n * p + 0.5;
        double surelyInside = 0.92 - 4.2 / b;
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + center);
            if (k < 0 || k > n) {
                continue;
            }
            if (us >= 0.07 && v <= surelyInside) {
                return (long) k;
            }
            double alpha = (2.83 + 5.1 / b) * spread;
            if (Math.log(v * alpha / (a / (us * us) + b)) <= logRatioToMode(n, p, k)) {
                return (long) k;
            }
        }
    }

    /// ln of P(k) over P(mode).
    private static double logRatioToMode(long n, double p, double k) {
        double odds = p / (1 - p);
        double mode = Math.floor((n + 1) * p);
        return (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1)))
                + (n + 1) * Math.log((n - mode + 1) / (n - k + 1))
                + (k + 0.5) * Math.log(odds * (n - k + 1) / (k + 1))
                + stirlingError(mode)
                + stirlingError(n - mode)
                - stirlingError(k)
                - stirlingError(n - k);
    }

    private static double stirlingError(double k) {
        if (k < STIRLING_ERROR.length) {
            return STIRLING_ERROR[(int) k];
        }
        double square = (k + 1) * (k + 1);
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
    }
}
