package dev.stickcheck.verdict;

import dev.stickcheck.model.Ending;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a result of findings and their judgement.
public final class Results {
    private Results() {}

    /// What a result tells of a run beside what was measured.
    ///
    /// @param target as the user wrote it
    /// @param options as a repetition would need them
    /// @param notes known before the measurement
    /// @param lifetime what a search for it found; null when it was not asked for
    public record Run(
            String command,
            String version,
            String target,
            Instant startedAt,
            Duration duration,
            Map<String, String> options,
            List<String> notes,
            @Nullable PinLifetime lifetime) {}

    public static Result of(Run run, Plan plan, Findings findings, Ending ending) {
        Judgement judgement = Judgement.of(findings, ending, plan.expectation(), plan.instances(), plan.thresholds());
        boolean open = ending.kind() == Ending.Kind.DECIDED && judgement.verdict() == Verdict.INCONCLUSIVE;
        Ending told = open ? new Ending(ending.kind(), "more requests would not decide what is open") : ending;
        List<String> notes = new ArrayList<>(run.notes());
        notes.addAll(Notes.of(findings, plan.expectation()));
        notes.addAll(MoreNeeded.of(findings, judgement.checks(), plan, run.duration()));
        return new Result(
                run.command(),
                run.version(),
                run.target(),
                run.startedAt(),
                run.duration(),
                plan.seed(),
                plan.expectation(),
                plan.thresholds().confidence(),
                judgement.summary(),
                findings.sessionsLaunched(),
                findings.requests(),
                findings.assignments(),
                findings.errors(),
                findings.unidentified(),
                findings.cookieBytesPerRequest(),
                findings.errorKinds(),
                findings.instances(),
                findings.stickiness(),
                findings.distribution(),
                findings.latency(),
                findings.response(),
                findings.connections(),
                findings.refusedCookies(),
                judgement.checks(),
                judgement.verdict(),
                told,
                run.options(),
                notes,
                findings.timeline(),
                run.lifetime());
    }
}
