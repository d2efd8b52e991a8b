package dev.stickcheck.report;

import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Trait;
import dev.stickcheck.statistics.SimulatedTrial;
import dev.stickcheck.verdict.ComparedStory;
import java.util.Map;

/// Results of comparisons, simulated, for tests of whatever shows them.
public final class SampleComparisons {
    private SampleComparisons() {}

    /// By the name that golden files carry.
    public static Map<String, Result> all() {
        return Map.of(
                "compare",
                considered(),
                "compare-equal",
                equalArms(),
                "compare-hostile",
                hostile(),
                "compare-empty",
                empty());
    }

    /// A little faster, many cache hits: the guide's own case.
    public static Result considered() {
        return new ComparedStory()
                .model(new SimulatedTrial(20, 200, 0.92, 0.2, 0.05, 0.02))
                .hits(0.4, 0.02)
                .has(Trait.SHARED_DATABASE)
                .lacks(Trait.WEBSOCKET)
                .result();
    }

    /// The noise floor of a drifting machine.
    public static Result equalArms() {
        return new ComparedStory()
                .model(SimulatedTrial.drifting(20, 100, 1))
                .contrast(Contrast.NONE)
                .result();
    }

    /// Instances whose names attack whoever reads the report.
    public static Result hostile() {
        return new ComparedStory()
                .ratio(0.7, 0.05)
                .instances(
                        "<script>alert(1)</script>",
                        "\u001b[31mred\u001b[0m\r\n\u009b2J\u0007",
                        "`code` | [link](javascript:alert(1)) @everyone #1",
                        "\u202eevil\u2066 \ud800 \ufffe \0]]>&amp;")
                .result();
    }

    /// Too few blocks for anything.
    public static Result empty() {
        return new ComparedStory()
                .ended(Ending.Kind.INTERRUPTED, "interrupted", 0)
                .result();
    }
}
