package dev.stickcheck.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a comparison of two arms came to.
///
/// @param confidence of each interval, two-sided: each end errs with half of the rest
/// @param blocks those finished, in the order in which they ran
/// @param planned how many there were to be
/// @param service p50, p95, p99 of the service times
/// @param response the same from the intended sending, so that the wait for a slow target is contained
/// @param ranks null where an arm has no time at all
/// @param cacheHits hit rate with affinity minus that without, as a fraction
/// @param queries by which part affinity lowers the database queries of a request
/// @param noise the least difference that could have been told, of p50 and p95, as a fraction; null unless both arms
///     are the same
public record Comparison(
        Contrast contrast,
        double confidence,
        List<BlockTimes> blocks,
        int planned,
        ArmResult on,
        ArmResult off,
        List<Speedup> service,
        List<Speedup> response,
        @Nullable RankComparison ranks,
        Change cacheHits,
        Change queries,
        @Nullable Noise noise,
        Recommendation recommendation) {
    public Comparison {
        blocks = List.copyOf(blocks);
        service = List.copyOf(service);
        response = List.copyOf(response);
    }

    /// Half-widths of the intervals of two equal arms: null where there is none.
    public record Noise(@Nullable Double p50, @Nullable Double p95) {}
}
