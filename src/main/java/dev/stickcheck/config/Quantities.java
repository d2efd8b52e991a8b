package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers as the contract writes them: `5%`, `500ms`, `50/s`.
final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ms|s|m|h)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(?:/(s|m|h))?");

    private static final int LONGEST = 40;
    private static final int LARGEST_SCALE = 1_000;

    private Quantities() {}

    static long whole(String option, String text, long least, long most) {
        long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new BadValue(option + " must be a whole number, got " + quoted(text));
        }
        if (value < least) {
            throw new BadValue(option + " must be at least " + least + ", got " + value);
        }
        if (value > most) {
            throw new BadValue(option + " must be at most " + most + ", got " + value);
        }
        return value;
    }

    /// What a fraction must lie between.
    ///
    /// @param inclusive whether the bounds themselves are allowed
    record Bounds(double low, double high, boolean inclusive) {
        static final Bounds OPEN = new Bounds(0, 1, false);
        static final Bounds CLOSED = new Bounds(0, 1, true);

        boolean allow(double value) {
            return inclusive ? value >= low && value <= high : value > low && value < high;
        }
    }

    /// A fraction written `5%` or `0.05`.
    static double fraction(String option, String text, Bounds bounds) {
        String number = text.strip();
        boolean percent = number.endsWith("%");
        BigDecimal exact =
                exact(percent ? number.substring(0, number.length() - 1).strip() : number);
        if (exact == null) {
            throw new BadValue(option + " must be a share such as 5% or 0.05, got " + quoted(text));
        }
        double value = (percent ? exact.movePointLeft(2) : exact).doubleValue();
        // Taken as it stands, a limit of 30 would be one of 3000 %: a gate that is open without a word.
        boolean forgotten = !percent && exact.compareTo(BigDecimal.ONE) >= 0 && value <= 100;
        if (forgotten || !bounds.allow(value)) {
            String hint = forgotten ? " (" + number + "% needs its %)" : "";
            throw new BadValue(option + " must lie between " + bound(bounds.low()) + " and " + bound(bounds.high())
                    + ", got " + quoted(text) + hint);
        }
        return value;
    }

    /// Null: no number, or one that nobody means.
    private static @Nullable BigDecimal exact(String number) {
        try {
            BigDecimal exact = number.length() > LONGEST ? null : new BigDecimal(number);
            return exact == null || Math.abs((long) exact.scale()) > LARGEST_SCALE ? null : exact;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String bound(double fraction) {
        return BigDecimal.valueOf(fraction)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    /// A plain number.
    static double number(String option, String text, double least, double most) {
        BigDecimal exact = exact(text.strip());
        double value = exact == null ? Double.NaN : exact.doubleValue();
        if (!(value >= least && value <= most)) {
            throw new BadValue(
                    option + " must be a number from " + plain(least) + " to " + plain(most) + ", got " + quoted(text));
        }
        return value;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static Duration duration(String option, String text, boolean zeroToo) {
        Matcher parts = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (text.strip().equals("0") && zeroToo) {
            return Duration.ZERO;
        }
        if (!parts.matches()) {
            throw new BadValue(option + " must be a duration such as 500ms, 2s, 5m or 1h, got " + quoted(text));
        }
        long unit = switch (parts.group(2)) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
        BigDecimal nanos = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit));
        if (nanos.compareTo(BigDecimal.valueOf(Duration.ofDays(365).toNanos())) > 0) {
            throw new BadValue(option + " must be at most a year, got " + quoted(text));
        }
        Duration duration = Duration.ofNanos(nanos.longValue());
        if (duration.isZero() && !zeroToo) {
            throw new BadValue(option + " must be more than nothing, got " + quoted(text));
        }
        return duration;
    }

    /// Requests a second; `unlimited` is as fast as answers come.
    static double rate(String option, String text) {
        String rate = text.strip().toLowerCase(Locale.ROOT);
        if (rate.equals("unlimited")) {
            return Double.POSITIVE_INFINITY;
        }
        Matcher parts = RATE.matcher(rate);
        if (!parts.matches()) {
            throw new BadValue(option + " must be a rate such as 50/s or 600/m, or unlimited, got " + quoted(text));
        }
        double seconds = parts.group(2) == null || parts.group(2).equals("s")
                ? 1
                : parts.group(2).equals("m") ? 60 : 3600;
        double value = Double.parseDouble(parts.group(1)) / seconds;
        if (!(value > 0) || value > 1e6) {
            throw new BadValue(option + " must be above 0 and at most 1000000/s, got " + quoted(text));
        }
        return value;
    }

    static String quoted(String text) {
        return "'" + Text.inert(text, 80) + "'";
    }
}
