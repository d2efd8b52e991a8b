package dev.stickcheck.cli;

import dev.stickcheck.config.ComparisonReader;
import dev.stickcheck.lab.LabTarget;
import dev.stickcheck.model.ComparisonGates;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.model.Trial;
import dev.stickcheck.statistics.TrialFindings;
import dev.stickcheck.verdict.Compared;
import dev.stickcheck.verdict.ComparisonResults;
import dev.stickcheck.verdict.Results;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Makes a result of a comparison's measurement, with what the user has said about the application.
final class ComparisonAnswer {
    private final ComparisonReader.Reading reading;
    private final @Nullable String target;
    private final Map<String, List<String>> given;
    private final CompareOptions options;

    ComparisonAnswer(
            ComparisonReader.Reading reading,
            @Nullable String target,
            Map<String, List<String>> given,
            CompareOptions options) {
        this.reading = reading;
        this.target = target;
        this.given = given;
        this.options = options;
    }

    /// What the statistics make of a measurement.
    record Analysed(Compared compared, TrialFindings findings) {}

    /// The statistics, which need time and no word of Gatling's.
    static Analysed analyse(Trial trial, ArmTallies tallies, ComparedTargets targets, SplittableRandom random) {
        Plan plan = targets.plan();
        Compared compared = new Compared(
                trial,
                tallies.on().findings(random.split()),
                tallies.off().findings(random.split()),
                plan.instances(),
                targets.offInstances(),
                plan.thresholds(),
                plan.seed());
        return new Analysed(compared, TrialFindings.of(trial, plan.thresholds().alpha(), random.split()));
    }

    Result result(Analysed analysed, Plan plan, Instant started, Duration took, List<String> notes) {
        Results.Run run = new Results.Run(
                "compare",
                Version.text(),
                asWritten(),
                started,
                took,
                ShownOptions.of(given, defaults(analysed.compared().trial(), plan), plan.seed()),
                notes,
                null);
        ComparisonGates gates = gates(analysed.compared().trial());
        return ComparisonResults.of(run, analysed.compared(), analysed.findings(), gates, reading.application());
    }

    /// What a repetition needs beside what was given: a comparison sets its own pace and number of blocks.
    private static Map<String, String> defaults(Trial trial, Plan plan) {
        Map<String, String> defaults = new LinkedHashMap<>(Defaults.of(plan));
        // The arms say what is expected of them, and which of them keeps cookies.
        defaults.keySet().removeAll(List.of("expect", "cookies"));
        defaults.put("blocks", Integer.toString(trial.planned()));
        return defaults;
    }

    private ComparisonGates gates(Trial trial) {
        ComparisonGates standard = ComparisonGates.standard(trial.contrast());
        return new ComparisonGates(
                reading.minImprovement(),
                given.containsKey("max-stickiness-failures") || standard.stickiness(),
                given.containsKey("max-imbalance") || standard.imbalance());
    }

    private String asWritten() {
        String written = target == null
                ? LabTarget.shown(options.on) + " against " + LabTarget.shown(options.off)
                : LabTarget.shown(target);
        return Text.inert(written, 500);
    }
}
