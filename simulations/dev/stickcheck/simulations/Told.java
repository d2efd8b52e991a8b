package dev.stickcheck.simulations;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an answer tells of the work behind it: `X-Cache`, `X-DB-Queries`, `Server-Timing`, `X-Session-Lost`.
///
/// @param cacheHit null when it does not say
/// @param queries null when it does not say
record Told(@Nullable Boolean cacheHit, @Nullable Integer queries, boolean lost) {
    static final Told NOTHING = new Told(null, null, false);

    private static final int MOST_QUERIES = 1_000_000;

    static Told of(HttpHeaders headers, int status, Set<Integer> lostStatuses) {
        Boolean hit = hit(headers.get("X-Cache"));
        return new Told(
                hit == null ? timedHit(headers.getAll("Server-Timing")) : hit,
                queries(headers.get("X-DB-Queries")),
                lost(headers.get("X-Session-Lost")) || lostStatuses.contains(status));
    }

    /// `HIT` or `MISS`, also as in `Hit from cloudfront`.
    private static @Nullable Boolean hit(@Nullable String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (word.startsWith("hit")) {
            return true;
        }
        return word.startsWith("miss") ? false : null;
    }

    /// The description of the metric `cache`, as in `db;dur=12.3, cache;desc=hit`.
    private static @Nullable Boolean timedHit(List<String> lines) {
        for (String line : lines) {
            for (String metric : line.split(",", 20)) {
                String[] parts = metric.strip().split(";", 10);
                if (parts[0].strip().equalsIgnoreCase("cache")) {
                    return described(parts);
                }
            }
        }
        return null;
    }

    private static @Nullable Boolean described(String[] parts) {
        for (String part : parts) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("desc")) {
                return hit(pair[1].strip().replace("\"", ""));
            }
        }
        return null;
    }

    private static @Nullable Integer queries(@Nullable String text) {
        try {
            int value = text == null ? -1 : Integer.parseInt(text.strip());
            return value < 0 || value > MOST_QUERIES ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean lost(@Nullable String text) {
        return text != null
                && !text.strip().equalsIgnoreCase("false")
                && !text.strip().equals("0");
    }
}
