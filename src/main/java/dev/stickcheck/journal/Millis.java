package dev.stickcheck.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// Durations as decimal milliseconds, exact to the nanosecond.
final class Millis {
    private static final int NANO_DIGITS = 6;
    private static final long NANOS = 1_000_000;
    /// Far beyond any duration, and near enough that arithmetic on a hostile exponent stays cheap.
    private static final int MOST_DIGITS = 40;

    private Millis() {}

    /// Such as `4.2`, `0.000001` or `12`: no more digits than it takes.
    static String text(Duration duration) {
        long nanos = duration.toNanos();
        long fraction = nanos % NANOS;
        if (fraction == 0) {
            return Long.toString(nanos / NANOS);
        }
        String padded = Long.toString(NANOS + fraction);
        int end = padded.length();
        while (padded.charAt(end - 1) == '0') {
            end--;
        }
        return nanos / NANOS + "." + padded.substring(1, end);
    }

    static Duration read(Field field, String text) throws BadLine {
        try {
            BigDecimal millis = new BigDecimal(text);
            if (millis.signum() >= 0
                    && millis.scale() <= MOST_DIGITS
                    && millis.precision() - millis.scale() <= MOST_DIGITS) {
                return Duration.ofNanos(millis.setScale(NANO_DIGITS, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below, in the words of a person.
        }
        throw BadLine.value(field, text, "milliseconds from 0");
    }
}
