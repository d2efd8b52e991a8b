package dev.stickcheck.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Switches, merged into one episode where less than five seconds lie between them (STATISTICS 1.3).
///
/// @param largest the one with the most sessions; null without a switch
/// @param decisive whether sessions would have failed only because of one episode, so that nothing is decided
public record Episodes(long count, @Nullable Episode largest, boolean decisive) {
    public static final Episodes NONE = new Episodes(0, null, false);

    /// One episode.
    ///
    /// @param sessions that moved in it
    public record Episode(Instant from, Instant to, long switches, long sessions) {}
}
