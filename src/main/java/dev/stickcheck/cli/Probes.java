package dev.stickcheck.cli;

import dev.stickcheck.config.ConfigProblem;
import dev.stickcheck.config.Configuration;
import dev.stickcheck.config.Configuration.Aim;
import dev.stickcheck.lab.LabProblem;
import dev.stickcheck.lab.LabSpec;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.probe.ProbeProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The probes that one command asks for, one after another. All are read, and all files are tried, before the first
/// request is sent; an interruption keeps what was measured until then.
final class Probes {
    private static final Aim NONE = new Aim("", 0, Map.of());

    private final Terminal terminal;
    private final Configuration configuration;
    private final List<Aim> aims;
    private final Map<String, List<String>> given;
    private final OutputOptions output;
    private final Map<String, String> environment;

    /// @param target of the command line, which wins over those of the file; empty when there is none
    /// @param given options of the command line
    Probes(
            Terminal terminal,
            Configuration configuration,
            String target,
            Map<String, List<String>> given,
            OutputOptions output,
            Map<String, String> environment) {
        this.terminal = terminal;
        this.configuration = configuration;
        this.aims = target.isEmpty() ? configuration.aims() : List.of(new Aim(target, 0, Map.of()));
        this.given = given;
        this.output = output;
        this.environment = environment;
        output.take(configuration.options(NONE, given));
    }

    ExitCode run() throws IOException {
        if (aims.isEmpty()) {
            throw new UsageProblem("--config " + Text.inert(configuration.file(), 200)
                    + " names no target: write target: URL into it, or TARGET on the command line");
        }
        Set<String> problems = new LinkedHashSet<>();
        List<ProbeRun> runs = read(problems);
        Answer answer = prepare(problems);
        if (!problems.isEmpty() || answer == null) {
            throw new ConfigProblem(List.copyOf(problems));
        }
        Running running = new Running();
        try (Interruption interruption = new Interruption(running::end)) {
            return aims.size() == 1 ? one(runs.getFirst(), running, answer) : all(runs, running, answer);
        }
    }

    private List<ProbeRun> read(Set<String> problems) {
        List<ProbeRun> runs = new ArrayList<>();
        for (Aim aim : aims) {
            Map<String, List<String>> options = configuration.options(aim, given);
            List<String> complaints = new ArrayList<>();
            LabSpec lab = lab(aim.target(), complaints);
            try {
                runs.add(ProbeRun.read(terminal, aim.target(), lab, options, output.quiet));
            } catch (ConfigProblem problem) {
                complaints.addAll(problem.lines());
            }
            complaints.forEach(line -> problems.add(configuration.located(line, aim, given.keySet())));
        }
        return runs;
    }

    /// Null when the target is no lab, or none that can be.
    private static @Nullable LabSpec lab(String target, List<String> complaints) {
        try {
            return target.strip().toLowerCase(Locale.ROOT).startsWith("lab:") ? LabSpec.parse(target) : null;
        } catch (LabProblem problem) {
            if (!problem.usage()) {
                throw problem;
            }
            complaints.add(String.valueOf(problem.getMessage()));
            return null;
        }
    }

    /// Null when there is a problem.
    private @Nullable Answer prepare(Set<String> problems) {
        try {
            Answer answer = Answer.prepare(terminal, output);
            ObservationFiles.requireWritable(aims.stream()
                    .map(aim -> ObservationFiles.of(configuration.options(aim, given)))
                    .toList());
            return answer;
        } catch (UsageProblem problem) {
            problems.add(String.valueOf(problem.getMessage()));
            return null;
        }
    }

    private ExitCode one(ProbeRun run, Running running, Answer answer) throws IOException {
        Result result = run.run(running);
        ExitCode code = answer.give(result);
        summarize(List.of(result));
        return code;
    }

    private ExitCode all(List<ProbeRun> runs, Running running, Answer answer) throws IOException {
        List<Result> results = new ArrayList<>();
        List<ExitCode> codes = new ArrayList<>();
        for (ProbeRun run : runs) {
            if (running.ended()) {
                break;
            }
            try {
                Result result = run.run(running);
                results.add(result);
                codes.add(ExitCode.of(result));
                answer.keep(results);
                answer.tell(result);
            } catch (LabProblem | ProbeProblem problem) {
                complain(run.target() + ": " + problem.getMessage());
                codes.add(ExitCode.NOTHING_MEASURED);
            }
        }
        ExitCode code = answer.giveAll(results, ExitCode.worst(codes));
        summarize(results);
        return code;
    }

    private void summarize(List<Result> results) throws IOException {
        JobSummary.append(environment, results, this::complain);
    }

    private void complain(String line) {
        terminal.err().println("stickcheck: " + Text.inert(line, 600));
    }
}
