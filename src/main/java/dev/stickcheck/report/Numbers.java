package dev.stickcheck.report;

import dev.stickcheck.model.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them: as many digits as they mean something, and a dash for unknown.
final class Numbers {
    static final String UNKNOWN = "–";

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private static final double ROUNDING = 1e-12;

    /// Smaller numbers are not told apart.
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    private Numbers() {}

    /// Such as `0 %`, `0.34 %`, `4.2 %`, `12 %` and `99.66 %`: what is not all is never shown as 100 %, nor what is not
    /// nothing as 0 %.
    static String percent(@Nullable Double fraction) {
        if (fraction == null || !Double.isFinite(fraction)) {
            return UNKNOWN;
        }
        // No count makes a rate so small: it is what rounding left of nothing.
        double known = Math.abs(fraction) < ROUNDING ? 0 : fraction;
        BigDecimal percent = BigDecimal.valueOf(known).movePointRight(2);
        BigDecimal missing = BigDecimal.valueOf(100).subtract(percent);
        boolean almostAll = missing.signum() > 0 && missing.compareTo(BigDecimal.ONE) < 0;
        return almostAll
                ? BigDecimal.valueOf(100).subtract(missing.max(LEAST).round(TWO_DIGITS)) + " %"
                : readable(percent) + " %";
    }

    /// A share among shares, which read best with one decimal each.
    static String share(@Nullable Double fraction) {
        return fraction == null || !Double.isFinite(fraction)
                ? UNKNOWN
                : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    /// Such as `0 % to 4.2 %`.
    static String percents(Interval interval) {
        return percent(interval.low()) + " to " + percent(interval.high());
    }

    /// Such as `0.42 ms`, `4.2 ms`, `420 ms`, `4.20 s` and `42.0 s`.
    static String millis(@Nullable Double millis) {
        if (millis == null || !Double.isFinite(millis)) {
            return UNKNOWN;
        }
        if (Math.abs(millis) < 999.5) {
            return readable(BigDecimal.valueOf(millis)) + " ms";
        }
        return String.format(Locale.ROOT, millis < 9_995 ? "%.2f s" : "%.1f s", millis / 1_000);
    }

    /// Such as `420 ms`, `4.20 s`, `2 min 5 s` and `3 h 12 min`.
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return millis((double) duration.toMillis());
        }
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }

    /// A count with a comma between thousands.
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// A count and what is counted, such as `1 session` and `1,050 sessions`.
    static String count(long count, String singular) {
        return count(count) + " " + singular + (count == 1 ? "" : "s");
    }

    /// A plain number, such as `0.66`, `1.5` or `1,234`.
    static String plain(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return UNKNOWN;
        }
        return Math.abs(value) >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : readable(BigDecimal.valueOf(value));
    }

    private static String readable(BigDecimal value) {
        boolean tiny = value.signum() != 0 && value.abs().compareTo(LEAST) < 0;
        return tiny ? "less than " + LEAST.toPlainString() : significant(value).toPlainString();
    }

    /// Two significant digits, but never fewer than those before the point.
    private static BigDecimal significant(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = value.round(TWO_DIGITS);
        return rounded.abs().compareTo(BigDecimal.TEN) >= 0 ? value.setScale(0, RoundingMode.HALF_EVEN) : rounded;
    }
}
