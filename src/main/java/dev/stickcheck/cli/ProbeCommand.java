package dev.stickcheck.cli;

import dev.stickcheck.config.ConfigProblem;
import dev.stickcheck.lab.LabProblem;
import dev.stickcheck.model.Text;
import dev.stickcheck.probe.ProbeProblem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stickcheck probe TARGET`.
@Command(
        name = "probe",
        description = "Do sessions stick, and is the load even? With what certainty?",
        mixinStandardHelpOptions = true,
        versionProvider = Stickcheck.Versions.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {
            "",
            "A target is http://…, https://…, ws://… or wss://… (without a path, /api/health",
            "is asked), or lab:POLICY, a cluster on this machine for the length of the command:",
            "lab:cookie, lab:round-robin, lab:alb, … with parameters such as ?instances=3&misroute=8%%;",
            "stickcheck lab --help lists them all. lab:alb and the like emulate products."
        })
final class ProbeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TARGET", description = "What to probe.")
    private String target = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> given =
                MeasuringOptions.given(spec.commandLine().getParseResult());
        try {
            return new ProbeRun(terminal, target, given, output).run().code();
        } catch (ConfigProblem problem) {
            problem.lines().forEach(this::complain);
            return ExitCode.USAGE.code();
        } catch (UsageProblem problem) {
            return complain(String.valueOf(problem.getMessage()), ExitCode.USAGE);
        } catch (LabProblem problem) {
            return complain(
                    String.valueOf(problem.getMessage()), problem.usage() ? ExitCode.USAGE : ExitCode.NOTHING_MEASURED);
        } catch (ProbeProblem problem) {
            return complain(String.valueOf(problem.getMessage()), ExitCode.NOTHING_MEASURED);
        }
    }

    private int complain(String line, ExitCode code) {
        complain(line);
        return code.code();
    }

    private void complain(String line) {
        terminal.err().println("stickcheck: " + Text.inert(line, 600));
    }
}
