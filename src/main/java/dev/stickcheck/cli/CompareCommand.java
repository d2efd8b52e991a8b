package dev.stickcheck.cli;

import dev.stickcheck.compare.CompareProblem;
import dev.stickcheck.config.ConfigProblem;
import dev.stickcheck.config.Configuration;
import dev.stickcheck.lab.LabProblem;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stickcheck compare --on TARGET --off TARGET`.
@Command(
        name = "compare",
        description = "Is affinity worth it? Gatling asks with it and without, in turns.",
        mixinStandardHelpOptions = true,
        versionProvider = Stickcheck.Versions.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {
            "",
            "Three ways: two targets (--on, --off); one TARGET, whose cookies the off arm",
            "drops; one TARGET that --toggle-on and --toggle-off switch between the turns.",
            "Targets are http://…, https://… or lab:POLICY, as for probe. Against a lab the",
            "journey is a conversation with speech; else the target's path is asked.",
            "",
            "stickcheck compare --on lab:cookie --off lab:round-robin --duration 60s",
            "stickcheck compare https://staging.example/api/health",
            "stickcheck compare --aa https://staging.example/api/health"
        })
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "The one target of both arms.")
    private @Nullable String target;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Target and options from a file of YAML, by these names without dashes; the command line wins.")
    private String config = "";

    @Mixin
    private CompareOptions options = new CompareOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    CompareCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> given =
                MeasuringOptions.given(spec.commandLine().getParseResult());
        try {
            Configuration configuration =
                    config.isEmpty() ? Configuration.NONE : Configuration.read(config, ConfigKeys.of(spec));
            AskedComparison asked = AskedComparison.of(configuration, target, given);
            options.take(asked.options());
            output.take(asked.options());
            return new CompareRun(terminal, asked, options, output, environment)
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
        } catch (CompareProblem problem) {
            return complain(
                    String.valueOf(problem.getMessage()), problem.usage() ? ExitCode.USAGE : ExitCode.NOTHING_MEASURED);
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
