package dev.stickcheck.cli;

import dev.stickcheck.config.ConfigProblem;
import dev.stickcheck.config.Configuration;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "What to probe.")
    private String target = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Targets and options from a file of YAML, by these names without dashes; the command line wins.")
    private String config = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    ProbeCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (target.isEmpty() && config.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'TARGET', or --config FILE that names one");
        }
        Map<String, List<String>> given =
                MeasuringOptions.given(spec.commandLine().getParseResult());
        try {
            Configuration configuration =
                    config.isEmpty() ? Configuration.NONE : Configuration.read(config, ConfigKeys.of(spec));
            return new Probes(terminal, configuration, target, given, output, environment)
                    .run()
                    .code();
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
