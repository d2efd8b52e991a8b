package dev.stickcheck.statistics;

import dev.stickcheck.model.PinLifetime.Kind;
import dev.stickcheck.model.PinLifetime.Renewal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a search for the lifetime found, in one sentence.
final class LifetimeWords {
    private LifetimeWords() {}

    static String of(Kind kind, Renewal renewal, @Nullable Double kept, @Nullable Double lost, double boundSeconds) {
        return switch (kind) {
            case BRACKETED ->
                "affinity outlasts a silence of " + time(kept) + " and not one of " + time(lost) + renewed(renewal);
            case LONGER -> "affinity outlasts a silence of " + time(kept) + ", the longest that was tried";
            case NOT_STICKY -> "sessions move without any pause, so there is no lifetime to look for";
            case NOT_IDENTIFIABLE ->
                "one instance only, or answers that tell none: whether affinity ends cannot be seen";
            case UNFINISHED ->
                "the search ended before the answer was certain"
                        + (kept == null
                                ? ""
                                : ": affinity outlasts " + time(kept) + (lost == null ? "" : " and not " + time(lost)))
                        + " (gaps up to " + time(boundSeconds) + " were asked for)";
        };
    }

    private static String renewed(Renewal renewal) {
        return switch (renewal) {
            case SLIDING -> "; each request renews it (sliding)";
            case ABSOLUTE -> "; requests do not renew it (absolute)";
            case UNKNOWN -> "; whether requests renew it could not be told";
        };
    }

    private static String time(@Nullable Double seconds) {
        if (seconds == null) {
            return "no time";
        }
        return seconds < 120
                ? String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
}
