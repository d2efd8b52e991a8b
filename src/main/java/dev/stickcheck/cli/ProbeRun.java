package dev.stickcheck.cli;

import dev.stickcheck.config.PlanReader;
import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.lab.Lab;
import dev.stickcheck.lab.LabOpening;
import dev.stickcheck.lab.LabSpec;
import dev.stickcheck.lab.LabTarget;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.probe.Probe;
import dev.stickcheck.probe.Transport;
import dev.stickcheck.probe.Transports;
import dev.stickcheck.probe.WarmUp;
import dev.stickcheck.statistics.Measured;
import dev.stickcheck.statistics.Tally;
import dev.stickcheck.verdict.Judge;
import dev.stickcheck.verdict.Results;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One probe from its options to its result, in stages: read, prepare, measure, judge.
final class ProbeRun {
    private final Terminal terminal;
    private final String target;
    private final Map<String, List<String>> given;
    private final boolean quiet;
    private final PlanReader.Reading reading;
    private final @Nullable LabSpec spec;
    private final InstantSource time;
    private List<String> told = List.of();

    private ProbeRun(
            Terminal terminal,
            String target,
            Map<String, List<String>> given,
            boolean quiet,
            PlanReader.Reading reading,
            @Nullable LabSpec spec,
            InstantSource time) {
        this.terminal = terminal;
        this.target = target;
        this.given = given;
        this.quiet = quiet;
        this.reading = reading;
        this.spec = spec;
        this.time = time;
    }

    /// Reads everything that is asked for, and starts nothing.
    ///
    /// @param spec of the lab that the target names, null when it names none
    /// @param given options by name without dashes
    static ProbeRun read(
            Terminal terminal, String target, @Nullable LabSpec spec, Map<String, List<String>> given, boolean quiet) {
        InstantSource time = InstantSource.system();
        PlanReader.Reading reading = PlanReader.read(target, given, time.millis());
        return new ProbeRun(terminal, target, given, quiet, reading, spec, time);
    }

    /// The target as it may be shown.
    String target() {
        return Text.inert(LabTarget.shown(target), 500);
    }

    Result run(Running running) {
        try (Lab lab = spec == null
                ? null
                : Lab.start(spec, LabOpening.onLoopback(reading.plan().seed()))) {
            told = lab == null ? List.of() : lab.note().stream().toList();
            Plan plan = lab == null ? reading.plan() : inLab(reading.plan(), lab);
            Transports.prepare(plan);
            WarmUp.run(new Tally(Measured.of(plan))::observe);
            return measure(plan, running);
        }
    }

    /// A lab declares its own instances, unless the user says otherwise.
    private static Plan inLab(Plan plan, Lab lab) {
        boolean declared = !(plan.instances() instanceof Instances.Undeclared);
        return plan.resolving(lab.names()).withUrl(lab.strangersUrl(), declared ? plan.instances() : lab.instances());
    }

    private Result measure(Plan plan, Running running) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        try (Transport transport = Transports.of(plan);
                Journal journal = Journal.open(ObservationFiles.of(given))) {
            Probe probe = new Probe(plan, transport, time, PublicSuffixes.maintained(), random.split());
            try (TtlRun idle = idle(plan, random)) {
                running.is(() -> interrupt(probe, idle));
                // Before the probe: a lifetime that is known explains moves while they come.
                PinLifetime lifetime = idle == null ? null : idle.run();
                return measure(plan, probe, journal, lifetime, random);
            }
        }
    }

    private Result measure(
            Plan plan, Probe probe, Journal journal, @Nullable PinLifetime lifetime, SplittableRandom random) {
        Tally tally = new Tally(Measured.of(plan).knowing(lifetime));
        Judge judge = new Judge(plan);
        Instant started = time.instant();
        long begun = System.nanoTime();
        try (ProgressLine line = ProgressLine.on(terminal, !quiet, plan.schedule(), judge::requestsLeft)) {
            Ending ending = probe.run(
                    observation -> {
                        tally.observe(observation);
                        journal.write(observation);
                        if (line.shown()) {
                            line.show(tally.progress(), System.nanoTime());
                        }
                    },
                    () -> judge.demand(tally.progress()));
            line.close();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            Ending told = judge.judgeEnding(ending, tally.progress());
            Results.Run run = run(plan, started, took, journal, told.nothingMeasured() ? null : lifetime);
            return Results.of(run, plan, tally.findings(random.split()), told);
        }
    }

    private @Nullable TtlRun idle(Plan plan, SplittableRandom random) {
        Duration bound = reading.ttlSearch();
        return bound == null ? null : new TtlRun(plan, bound, random.split(), time);
    }

    private static void interrupt(Probe probe, @Nullable TtlRun idle) {
        probe.interrupt();
        if (idle != null) {
            idle.interrupt();
        }
    }

    private Results.Run run(
            Plan plan, Instant started, Duration took, Journal journal, @Nullable PinLifetime lifetime) {
        String lost = journal.finish();
        List<String> notes = new ArrayList<>(told);
        if (lost != null) {
            notes.add(lost);
        }
        return new Results.Run(
                "probe", Version.text(), target(), started, took, ShownOptions.of(given, plan.seed()), notes, lifetime);
    }
}
