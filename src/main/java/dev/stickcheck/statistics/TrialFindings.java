package dev.stickcheck.statistics;

import dev.stickcheck.model.ArmSample;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.BlockTimes;
import dev.stickcheck.model.Change;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.RankComparison;
import dev.stickcheck.model.Times;
import dev.stickcheck.model.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What the blocks of a comparison say, before anybody judges it (STATISTICS 5).
///
/// @param service ratios of p50, p95 and p99 of the service times, first requests left out
/// @param response the same from the intended sending
/// @param ranks null where an arm has no time
/// @param cacheHits difference of the arms' hit rates
/// @param queries part of the database queries that affinity saves
public record TrialFindings(
        List<BlockTimes> blocks,
        List<QuantileRatio> service,
        List<QuantileRatio> response,
        @Nullable RankComparison ranks,
        Change cacheHits,
        Change queries,
        ArmFigures on,
        ArmFigures off) {
    /// The quantiles that are compared.
    private static final List<Double> QUANTILES = List.of(0.5, 0.95, 0.99);

    public TrialFindings {
        blocks = List.copyOf(blocks);
        service = List.copyOf(service);
        response = List.copyOf(response);
    }

    /// One arm over all finished blocks.
    ///
    /// @param latency service times without first requests
    /// @param response from the intended sending
    /// @param first service times of first requests
    /// @param cacheHitRate null when no answer tells
    /// @param databaseQueries per request; null when no answer tells
    public record ArmFigures(
            Latency latency,
            Latency response,
            Latency first,
            long sessionsLost,
            @Nullable Double cacheHitRate,
            @Nullable Double databaseQueries) {}

    /// What a trial says.
    ///
    /// @param alpha with which each end of an interval errs
    public static TrialFindings of(Trial trial, double alpha, RandomGenerator random) {
        List<Block> blocks = trial.blocks();
        BlockResamples resamples = new BlockResamples(blocks.size(), random);
        ArmPool onService = pool(blocks, block -> block.on().service());
        ArmPool offService = pool(blocks, block -> block.off().service());
        ArmPool onResponse = pool(blocks, block -> block.on().response());
        ArmPool offResponse = pool(blocks, block -> block.off().response());
        PairedArms service = new PairedArms(onService, offService, blocks.size(), resamples);
        PairedArms response = new PairedArms(onResponse, offResponse, blocks.size(), resamples);
        BlockCounts cache = new BlockCounts(blocks, ArmSample::cacheHits, ArmSample::cacheTold);
        BlockCounts queries = new BlockCounts(blocks, ArmSample::queries, ArmSample::queriesTold);
        return new TrialFindings(
                drawn(blocks, service),
                QUANTILES.stream().map(q -> service.ratio(q, random)).toList(),
                QUANTILES.stream().map(q -> response.ratio(q, random)).toList(),
                service.ranks(),
                cache.difference(resamples, alpha),
                queries.saving(resamples, alpha),
                new ArmFigures(
                        onService.latency(),
                        onResponse.latency(),
                        pool(blocks, block -> block.on().firstService()).latency(),
                        blocks.stream()
                                .mapToLong(block -> block.on().sessionsLost())
                                .sum(),
                        cache.on(),
                        queries.on()),
                new ArmFigures(
                        offService.latency(),
                        offResponse.latency(),
                        pool(blocks, block -> block.off().firstService()).latency(),
                        blocks.stream()
                                .mapToLong(block -> block.off().sessionsLost())
                                .sum(),
                        cache.off(),
                        queries.off()));
    }

    private static ArmPool pool(List<Block> blocks, Function<Block, Times> times) {
        return new ArmPool(blocks.stream().map(times).toList());
    }

    private static List<BlockTimes> drawn(List<Block> blocks, PairedArms service) {
        List<BlockTimes> drawn = new ArrayList<>();
        for (int place = 0; place < blocks.size(); place++) {
            drawn.add(service.block(blocks.get(place), place));
        }
        return drawn;
    }
}
