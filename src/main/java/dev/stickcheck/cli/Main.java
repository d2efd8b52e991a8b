package dev.stickcheck.cli;

import dev.stickcheck.model.Text;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: `stickcheck COMMAND …`.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        System.exit(run(args, terminal));
    }

    /// Runs a command in this process and returns its exit code.
    public static int run(String[] args, Terminal terminal) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // The most asked question needs no parser.
            terminal.out().println("stickcheck " + Version.text());
            return ExitCode.PASSED.code();
        }
        CommandLine line = new CommandLine(new Stickcheck());
        CommandLine probe = new CommandLine(new ProbeCommand(terminal));
        MeasuringOptions.addTo(probe.getCommandSpec());
        line.addSubcommand(probe);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.max(60, terminal.width()));
        line.setParameterExceptionHandler((problem, given) -> usage(problem, terminal));
        line.setExecutionExceptionHandler((problem, command, parsed) -> failure(problem, parsed, terminal));
        return line.execute(args);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int usage(ParameterException problem, Terminal terminal) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        StringBuilder line = new StringBuilder("stickcheck: ");
        line.append(Text.inert(
                String.valueOf(problem.getMessage()).lines().findFirst().orElse("unusable arguments"), 300));
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().getFirst();
            String nearest = Suggestion.nearest(given, command);
            if (nearest != null) {
                line.append("; did you mean ").append(nearest).append('?');
            }
        }
        line.append(" (").append(command.qualifiedName()).append(" --help tells more)");
        terminal.err().println(line);
        return ExitCode.USAGE.code();
    }

    private static int failure(Exception problem, CommandLine.ParseResult parsed, Terminal terminal) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        terminal.err()
                .println("stickcheck: unexpected failure: " + Text.inert(String.valueOf(problem), 300)
                        + " (--verbose shows where)");
        if (last.hasMatchedOption("--verbose")) {
            problem.printStackTrace(terminal.err());
        }
        return ExitCode.NOTHING_MEASURED.code();
    }
}
