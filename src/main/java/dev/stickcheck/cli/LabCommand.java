package dev.stickcheck.cli;

import dev.stickcheck.lab.LabManual;
import dev.stickcheck.lab.LabProblem;
import dev.stickcheck.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stickcheck lab POLICY`.
@Command(
        name = "lab",
        description = {
            "A load-balanced cluster on this machine, with faults on demand, until it is stopped.",
            "",
            "The first line on stdout is its URL. Faults come at set times (--kill instance-1@5s) or by hand: the"
                    + " control API, whose address is told on stderr, takes POST /instances/instance-1/kill (drain,"
                    + " restore, slow?by=300ms, error, reset, heal) and GET /instances and /faults."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Stickcheck.Versions.class,
        sortOptions = false,
        abbreviateSynopsis = true)
final class LabCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "POLICY", description = "Such as cookie, or cookie?instances=5&weights=…; see below.")
    private String policy = "";

    @Option(names = "--port", paramLabel = "N", description = "Where the balancer listens (any free port).")
    private String port = "0";

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "On which address of this machine (127.0.0.1).")
    private String bind = "127.0.0.1";

    @Option(
            names = "--control-port",
            paramLabel = "N",
            description = "Where the control API listens, on loopback (any free port).")
    private String controlPort = "0";

    @Option(names = "--duration", paramLabel = "D", description = "Ends after this time; without it, when stopped.")
    private String duration = "";

    @Option(names = "--verbose", description = "Shows where an unexpected failure comes from.")
    boolean verbose;

    LabCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Adds the options that the lab's parameters are, and the list of its policies.
    static void addTo(CommandSpec command) {
        for (LabManual.Entry parameter : LabManual.parameters()) {
            command.addOption(OptionSpec.builder("--" + parameter.name())
                    .arity("1")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .paramLabel(parameter.value())
                    .description(parameter.what().replace("%", "%%"))
                    .build());
        }
        List<String> footer = new ArrayList<>(List.of("", "Policies (what chooses the instance):"));
        addTo(footer, LabManual.policies());
        footer.add("");
        footer.add("Policies of real programs, where scripts/install-load-balancers has installed them:");
        addTo(footer, LabManual.realPolicies());
        command.usageMessage().footer(footer.toArray(String[]::new));
    }

    /// What does not fit beside a name goes on below.
    private static void addTo(List<String> footer, List<LabManual.Entry> policies) {
        for (LabManual.Entry policy : policies) {
            String[] parts = policy.what().split("(?<=;) ", 2);
            footer.add("  %-20s %s".formatted(policy.name(), parts[0]));
            if (parts.length > 1) {
                footer.add(" ".repeat(23) + parts[1]);
            }
        }
    }

    @Override
    public Integer call() {
        try {
            LabRun run =
                    LabRun.read(terminal, policy, parameters(), new LabRun.Place(bind, port, controlPort), duration);
            run.run();
            return ExitCode.PASSED.code();
        } catch (UsageProblem problem) {
            return complain(String.valueOf(problem.getMessage()), ExitCode.USAGE);
        } catch (LabProblem problem) {
            return complain(
                    String.valueOf(problem.getMessage()), problem.usage() ? ExitCode.USAGE : ExitCode.NOTHING_MEASURED);
        }
    }

    /// A fault that is given several times is a list.
    private Map<String, String> parameters() {
        Map<String, List<String>> given =
                MeasuringOptions.given(spec.commandLine().getParseResult());
        Map<String, String> parameters = new LinkedHashMap<>();
        for (LabManual.Entry parameter : LabManual.parameters()) {
            if (given.containsKey(parameter.name())) {
                parameters.put(parameter.name(), String.join(",", given.get(parameter.name())));
            }
        }
        return parameters;
    }

    private int complain(String line, ExitCode code) {
        terminal.err().println("stickcheck: " + Text.inert(line, 600));
        return code.code();
    }
}
