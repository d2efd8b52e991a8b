package dev.stickcheck.compare;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// How a comparison's time is shared out between warm-up and blocks.
///
/// Every block has at least 100 requests an arm that count, neither first of their session nor in a wash-out, as long
/// as the target keeps the pace: with less its 95th percentile says nothing (STATISTICS 5.2). A short time makes
/// fewer blocks, not smaller ones.
///
/// @param turn one arm's part of a block
public record Shares(Duration warmUp, int blocks, Duration turn) {
    /// Blocks without which nothing is decided (STATISTICS 5.3).
    public static final int FEWEST_BLOCKS = 10;

    public static final int USUAL_BLOCKS = 20;
    /// A little above 100, since a pace is not kept to the last request.
    private static final double REQUESTS = 108;

    private static final double SHORTEST_TURN = 0.2;
    private static final double WARM_UP = 0.25;
    private static final double SHORTEST_WARM_UP = 5;
    private static final double LONGEST_WARM_UP = 30;

    /// As many blocks as the time gives, and the warm-up before them.
    ///
    /// @param duration of all; null: as long as the usual number of blocks takes
    /// @param rate requests a second; infinite where the target sets the pace
    /// @param requestsPerSession the first of which does not count
    /// @param wanted the most blocks
    public static Shares of(@Nullable Duration duration, double rate, int requestsPerSession, int wanted) {
        double shortest = shortestTurn(rate, requestsPerSession);
        double seconds = duration == null ? needed(shortest, wanted) : duration.toNanos() / 1e9;
        double warmUp = warmUp(seconds);
        int blocks = (int) Math.clamp(Math.floor((seconds - warmUp) / (2 * shortest) + 1e-9), 1, wanted);
        double turn = (seconds - warmUp) / (2 * blocks);
        return new Shares(nanos(warmUp), blocks, nanos(turn));
    }

    /// The turns that these shares make, in an order that is drawn.
    public Timetable timetable(RandomGenerator random) {
        return Timetable.of(warmUp, blocks, turn, random);
    }

    /// How long a comparison of the fewest blocks takes.
    public static Duration shortest(double rate, int requestsPerSession) {
        return Duration.ofSeconds((long) Math.ceil(needed(shortestTurn(rate, requestsPerSession), FEWEST_BLOCKS)));
    }

    private static double shortestTurn(double rate, int requestsPerSession) {
        double counting = (requestsPerSession - 1.0) / requestsPerSession;
        double length = REQUESTS / (rate * counting);
        long nanos = (long) (length * 1e9);
        return Math.max(SHORTEST_TURN, length + Timetable.washOut(nanos + nanos / 9) / 1e9);
    }

    private static double needed(double turn, int blocks) {
        double measuring = 2 * turn * blocks;
        double share = measuring / (1 - WARM_UP);
        double warmUp = Math.clamp(share - measuring, SHORTEST_WARM_UP, LONGEST_WARM_UP);
        return measuring + warmUp;
    }

    private static double warmUp(double seconds) {
        return Math.min(Math.clamp(seconds * WARM_UP, SHORTEST_WARM_UP, LONGEST_WARM_UP), seconds / 2);
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos(Math.max(1, (long) (seconds * 1e9)));
    }
}
