package dev.stickcheck.cli;

import dev.stickcheck.compare.Commands;
import dev.stickcheck.compare.Experiment;
import dev.stickcheck.compare.GatlingProcess;
import dev.stickcheck.compare.Instructing;
import dev.stickcheck.compare.Instructions;
import dev.stickcheck.compare.JourneyPath;
import dev.stickcheck.compare.Shares;
import dev.stickcheck.compare.Timetable;
import dev.stickcheck.config.ComparisonReader;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Text;
import dev.stickcheck.model.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One comparison from its options to its answer, in stages: read, prepare, measure, judge, answer.
final class CompareRun {
    private final Terminal terminal;
    private final AskedComparison asked;
    private final Map<String, List<String>> given;
    private final CompareOptions options;
    private final OutputOptions output;
    private final Map<String, String> environment;
    private final InstantSource time = InstantSource.system();

    CompareRun(
            Terminal terminal,
            AskedComparison asked,
            CompareOptions options,
            OutputOptions output,
            Map<String, String> environment) {
        this.terminal = terminal;
        this.asked = asked;
        this.given = asked.options();
        this.options = options;
        this.output = output;
        this.environment = environment;
    }

    ExitCode run() throws IOException {
        ComparisonReader.Reading reading = asked.read(time.millis());
        ComparedTargets.Labs labs = ComparedTargets.Labs.of(reading);
        ComparisonAnswer judge = new ComparisonAnswer(reading, asked.target(), given, options);
        Answer answer = Answer.prepare(terminal, output);
        ObservationFiles.requireWritable(List.of(ObservationFiles.of(given)));
        try (CompareFolders folders = CompareFolders.open(options.gatlingReports, time.millis())) {
            List<Path> journeys = JourneyPath.prepare(
                    options.journeyPath.stream()
                            .map(name -> ReportFiles.path("--journey-path", name))
                            .toList(),
                    folders.scratch().resolve("journeys"));
            try (GatlingProcess gatling = GatlingProcess.start(
                            reading.plan(), journeys, folders.reports(), folders.log(), folders.scratch());
                    ComparedTargets targets = ComparedTargets.start(reading, labs, given)) {
                return measure(reading, targets, folders, gatling, judge, answer);
            }
        }
    }

    private ExitCode measure(
            ComparisonReader.Reading reading,
            ComparedTargets targets,
            CompareFolders folders,
            GatlingProcess gatling,
            ComparisonAnswer judge,
            Answer answer)
            throws IOException {
        Plan plan = targets.plan();
        SplittableRandom random = new SplittableRandom(plan.seed());
        Shares shares = shares(reading, plan.schedule());
        Timetable timetable = shares.timetable(random.split());
        Instructions instructions =
                Instructing.of(reading.contrast(), plan, targets.off(), timetable, journey(reading), folders.scratch());
        Instant started = time.instant();
        long begun = System.nanoTime();
        try (Journal journal = Journal.open(ObservationFiles.of(given));
                ComparisonLine line =
                        ComparisonLine.on(terminal, !output.quiet, warning(shares, reading, plan.schedule()))) {
            ArmTallies tallies = new ArmTallies(targets, instructions, journal, line);
            Experiment experiment =
                    new Experiment(instructions, reading.contrast(), commands(), tallies, random.split());
            try (Interruption interruption = new Interruption(experiment::interrupt)) {
                Trial trial = experiment.run(gatling, folders.log());
                line.close();
                Duration took = Duration.ofNanos(System.nanoTime() - begun);
                // Gatling writes its report meanwhile, on the other processor.
                ComparisonAnswer.Analysed analysed = ComparisonAnswer.analyse(trial, tallies, targets, random.split());
                if (trial.ending().kind() == Ending.Kind.COMPLETED) {
                    gatling.finish();
                }
                List<String> notes = notes(targets, journal, folders);
                Result result = judge.result(analysed, plan, started, took, notes);
                ExitCode code = answer.give(result);
                JobSummary.append(environment, List.of(result), this::complain);
                return code;
            }
        }
    }

    private static Shares shares(ComparisonReader.Reading reading, Schedule schedule) {
        Integer asked = reading.blocks();
        int wanted = asked == null ? Shares.USUAL_BLOCKS : asked;
        return Shares.of(schedule.duration(), rate(schedule), schedule.requestsPerSession(), wanted);
    }

    /// What will leave it without a verdict, null when nothing will.
    private static @Nullable String warning(Shares shares, ComparisonReader.Reading reading, Schedule schedule) {
        Integer asked = reading.blocks();
        if (shares.blocks() >= Shares.FEWEST_BLOCKS || (asked != null && shares.blocks() == asked)) {
            return null;
        }
        Duration enough = Shares.shortest(rate(schedule), schedule.requestsPerSession());
        return "stickcheck: of blocks of 100 requests an arm this makes " + shares.blocks() + ", and a verdict needs "
                + Shares.FEWEST_BLOCKS + ": --duration " + enough.toSeconds() + "s or more, or a higher --rate";
    }

    private void complain(String line) {
        terminal.err().println("stickcheck: " + Text.inert(line, 600));
    }

    /// Pauses may bound it more closely than the pace that was asked for.
    private static double rate(Schedule schedule) {
        double pause = schedule.thinkTime().toNanos() / 1e9;
        return Math.min(schedule.rate(), schedule.concurrency() / pause);
    }

    private static String journey(ComparisonReader.Reading reading) {
        String named = reading.journey();
        if (named != null) {
            return named;
        }
        return ComparedTargets.onlyLabs(reading) && reading.plan().request().isPlain()
                ? Instructing.CONVERSATION
                : Instructing.REQUESTS;
    }

    private Experiment.Switch commands() {
        return options.toggleOn.isEmpty() ? Experiment.Switch.NONE : new Commands(options.toggleOn, options.toggleOff);
    }

    private static List<String> notes(ComparedTargets targets, Journal journal, CompareFolders folders) {
        List<String> notes = new ArrayList<>(targets.notes());
        String lost = journal.finish();
        if (lost != null) {
            notes.add(lost);
        }
        Path report = folders.report();
        notes.add(
                report == null
                        ? "Gatling wrote no report of its own; what it said is in " + folders.log() + "."
                        : "Gatling's own report: " + report);
        return notes;
    }
}
