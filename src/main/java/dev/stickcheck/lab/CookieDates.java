package dev.stickcheck.lab;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How `Expires` is written: `Wed, 02 Dec 2026 09:00:00 GMT` (RFC 9110, section 5.6.7).
final class CookieDates {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private CookieDates() {}

    /// The first moment, from this one on, that `Expires` can write: it knows whole seconds only.
    static Instant writable(Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(at) ? at : second.plusSeconds(1);
    }

    static String expires(Instant at) {
        return FORMAT.format(at);
    }
}
