package dev.stickcheck.cli;

import dev.stickcheck.model.Text;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: `stickcheck COMMAND …`.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        int code;
        try {
            code = run(args, terminal, System.getenv());
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Left to itself the process would end with 1, which says that a check failed.
            terminal.err().println("stickcheck: out of memory; ask for fewer sessions at a time with --concurrency");
            code = ExitCode.NOTHING_MEASURED.code();
        }
        System.exit(code);
    }

    /// Runs a command in this process and returns its exit code.
    public static int run(String[] args, Terminal terminal) {
        return run(args, terminal, Map.of());
    }

    /// Runs a command in this process and returns its exit code.
    ///
    /// @param environment where `GITHUB_STEP_SUMMARY` may name a file
    static int run(String[] args, Terminal terminal, Map<String, String> environment) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // The most asked question needs no parser.
            terminal.out().println("stickcheck " + Version.text());
            return ExitCode.PASSED.code();
        }
        CommandLine line = commands(terminal, environment);
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.max(60, terminal.width()));
        line.setParameterExceptionHandler((problem, given) -> usage(problem, terminal));
        line.setExecutionExceptionHandler((problem, command, parsed) -> failure(problem, parsed, terminal));
        return line.execute(args);
    }

    /// All commands; completion and manual pages are made from them too.
    static CommandLine commands(Terminal terminal, Map<String, String> environment) {
        CommandLine line = new CommandLine(new Stickcheck());
        CommandLine probe = new CommandLine(new ProbeCommand(terminal, environment));
        MeasuringOptions.addTo(probe.getCommandSpec());
        line.addSubcommand(probe);
        CommandLine compare = new CommandLine(new CompareCommand(terminal, environment));
        CompareOptions.addShared(compare.getCommandSpec());
        line.addSubcommand(compare);
        CommandLine lab = new CommandLine(new LabCommand(terminal));
        LabCommand.addTo(lab.getCommandSpec());
        line.addSubcommand(lab);
        line.addSubcommand(new ReportCommand(terminal));
        CommandLine plan = new CommandLine(new PlanCommand(terminal));
        PlanOptions.addTo(plan.getCommandSpec());
        line.addSubcommand(plan);
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static int usage(ParameterException problem, Terminal terminal) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        StringBuilder line = new StringBuilder("stickcheck: ");
        if (problem instanceof UnmatchedArgumentException unmatched) {
            line.append(unmatched(unmatched.getUnmatched(), command));
        } else {
            line.append(Text.inert(
                    String.valueOf(problem.getMessage()).lines().findFirst().orElse("unusable arguments"), 300));
        }
        line.append(" (").append(command.qualifiedName()).append(" --help tells more)");
        terminal.err().println(line);
        return ExitCode.USAGE.code();
    }

    // The words themselves may be a credential whose option was mistyped or not quoted.
    private static String unmatched(List<String> words, CommandSpec command) {
        String first = words.getFirst();
        boolean option = first.startsWith("-");
        if (!option && command.parent() != null) {
            return words.size() + (words.size() == 1 ? " argument" : " arguments")
                    + " too many: a value with spaces needs quotes";
        }
        String name = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
        String nearest = Suggestion.nearest(name, command);
        return (option ? "unknown option " : "unknown command ")
                + Text.inert(name, 60)
                + (nearest == null ? "" : "; did you mean " + nearest + "?");
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
