package dev.stickcheck.lab;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What one request cost, noted where it arises by the one thread that serves the request.
final class Cost {
    private int queries;
    private long databaseNanos;
    private boolean hit;

    /// A statement was sent to the database, whether it succeeded or not.
    void query(Duration took) {
        queries++;
        databaseNanos += took.toNanos();
    }

    /// What was asked for was at hand: nothing had to be loaded or made for it.
    void hit() {
        hit = true;
    }

    int queries() {
        return queries;
    }

    /// The headers that tell it.
    Map<String, String> headers() {
        double millis = databaseNanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
        return Map.of(
                "X-Cache",
                hit ? "HIT" : "MISS",
                "X-DB-Queries",
                Integer.toString(queries),
                "Server-Timing",
                String.format(Locale.ROOT, "db;dur=%.3f, cache;desc=%s", millis, hit ? "hit" : "miss"));
    }
}
