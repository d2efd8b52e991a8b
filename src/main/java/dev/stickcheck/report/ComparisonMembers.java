package dev.stickcheck.report;

import dev.stickcheck.model.Affinity;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ArmResult;
import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.BlockTimes;
import dev.stickcheck.model.Change;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Comparison.Noise;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.RankComparison;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Rule;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.model.Standing;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way back of [ComparisonJson]. What the contract names must be there; what goes beyond it may be missing.
final class ComparisonMembers {
    private static final List<String> QUANTILES = List.of("p50", "p95", "p99");

    /// What a file without `comparison` was measured with.
    private static final double USUAL_CONFIDENCE = 0.9;

    private static final Stickiness UNTOLD_STICKINESS =
            new Stickiness(0, 0, 0, 0, null, null, 0, 0, null, null, Map.of());

    private static final Distribution UNTOLD_LOAD = new Distribution(
            Distribution.Unit.ASSIGNMENT,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            null,
            true,
            List.of(),
            List.of());

    private ComparisonMembers() {}

    /// Null for a result of one arm alone.
    static @Nullable Comparison comparison(Members r) {
        if (!r.has("arms")) {
            return null;
        }
        Members arms = r.object("arms");
        Members c = r.objectOrEmpty("comparison");
        Contrast contrast = c.has("contrast")
                ? c.meant(
                        "contrast",
                        text -> MoreMembers.labelled(Contrast.values(), ComparisonJson::label, text),
                        "targets, cookies, switched or none")
                : Contrast.TARGETS;
        List<BlockTimes> blocks = c.list("blocks", ComparisonMembers::block);
        return new Comparison(
                contrast,
                c.has("confidence") ? c.confidence() : USUAL_CONFIDENCE,
                blocks,
                c.has("blocksPlanned") ? c.small("blocksPlanned") : blocks.size(),
                arm(arms.object("on")),
                arm(arms.object("off")),
                speedups(r.object("improvement")),
                speedups(c.objectOrEmpty("responseImprovement")),
                ranks(c.number("typicalImprovement"), c.number("fasterShare")),
                change(c.objectOrEmpty("cacheHitRate")),
                change(c.objectOrEmpty("databaseQueries")),
                noise(contrast, c.objectOrEmpty("noiseFloor")),
                recommendation(r.object("recommendation")));
    }

    private static ArmResult arm(Members arm) {
        return new ArmResult(
                arm.count("requests"),
                arm.count("errors"),
                ResultMembers.errorKinds(arm.objectOrEmpty("errorKinds")),
                arm.count("unidentified", 0),
                arm.count("sessions", 0),
                arm.count("sessionsLost", 0),
                arm.latency("latencyMillis"),
                arm.latency("responseMillis"),
                arm.latency("firstMillis"),
                arm.list("instances", ResultMembers::instance),
                arm.has("stickiness") ? ResultMembers.stickiness(arm.object("stickiness")) : UNTOLD_STICKINESS,
                arm.has("distribution") ? ResultMembers.distribution(arm.object("distribution")) : UNTOLD_LOAD,
                arm.number("cacheHitRate"),
                arm.number("databaseQueriesPerRequest"),
                arm.number("cookieBytesPerRequest"));
    }

    private static List<Speedup> speedups(Members quantiles) {
        List<Speedup> speedups = new ArrayList<>();
        for (String name : QUANTILES) {
            if (quantiles.has(name)) {
                speedups.add(speedup(name, quantiles.object(name)));
            }
        }
        return speedups;
    }

    private static Speedup speedup(String name, Members s) {
        return new Speedup(
                name,
                time(s.objectOrEmpty("on")),
                time(s.objectOrEmpty("off")),
                s.number("estimate"),
                s.interval("interval"),
                s.interval("blockwiseInterval"),
                s.number("signFlipPValue"),
                s.number("designEffect"),
                s.has("outcome")
                        ? s.meant(
                                "outcome",
                                text -> MoreMembers.labelled(Gain.values(), Gain::label, text),
                                "one of this version's")
                        : Gain.INCONCLUSIVE,
                s.has("additionalBlocks") ? (Integer) s.small("additionalBlocks") : null,
                s.text("why", ""));
    }

    private static ArmTime time(Members time) {
        return new ArmTime(time.number("millis"), time.interval("interval"), time.number("smoothMillis"));
    }

    private static Recommendation recommendation(Members r) {
        return new Recommendation(
                r.meant(
                        "affinity",
                        text -> MoreMembers.labelled(Affinity.values(), Affinity::label, text),
                        "enable, consider, leave-off, no-difference or inconclusive"),
                r.text("why"),
                r.list("rules", ComparisonMembers::rule),
                r.list("scenarios", ComparisonMembers::rule),
                asked(r.texts("asked")));
    }

    /// Without the traits that only a newer version knows.
    private static List<Trait> asked(List<String> labels) {
        List<Trait> asked = new ArrayList<>();
        for (String label : labels) {
            Trait trait = MoreMembers.labelled(Trait.values(), Trait::label, label);
            if (trait != null) {
                asked.add(trait);
            }
        }
        return asked;
    }

    private static Rule rule(Members rule) {
        return new Rule(
                rule.text("name"),
                rule.meant(
                        "standing",
                        text -> MoreMembers.labelled(Standing.values(), Standing::label, text),
                        "met, not-met or unknown"),
                rule.text("advice"),
                rule.text("why"));
    }

    private static BlockTimes block(Members block) {
        return new BlockTimes(
                block.small("number"),
                block.meant("first", ComparisonMembers::arm, "on or off"),
                block.latency("on"),
                block.latency("off"));
    }

    private static @Nullable Arm arm(String label) {
        return switch (label) {
            case "on" -> Arm.ON;
            case "off" -> Arm.OFF;
            default -> null;
        };
    }

    private static Change change(Members change) {
        return new Change(change.number("estimate"), change.interval("interval"));
    }

    private static @Nullable RankComparison ranks(@Nullable Double shift, @Nullable Double faster) {
        return shift == null || faster == null ? null : new RankComparison(shift, faster);
    }

    private static @Nullable Noise noise(Contrast contrast, Members noise) {
        Double p50 = noise.number("p50");
        Double p95 = noise.number("p95");
        return contrast != Contrast.NONE && p50 == null && p95 == null ? null : new Noise(p50, p95);
    }
}
