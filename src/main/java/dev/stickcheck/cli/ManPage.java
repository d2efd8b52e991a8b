package dev.stickcheck.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The manual page of a command, from the same model that reads its arguments and prints its help.
final class ManPage {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GITHUB_STEP_SUMMARY",
            "A file to which a probe appends its result as Markdown.",
            "NO_COLOR",
            "Asks for no colour where --color says nothing else.",
            "STICKCHECK_JAVA_HOME",
            "The JDK (25 or later) that the launcher takes.");

    private final CommandLine command;
    private final CommandSpec spec;
    private final Roff roff = new Roff();

    private ManPage(CommandLine command) {
        this.command = command;
        this.spec = command.getCommandSpec();
    }

    /// @param date of the release, as it stands at the foot of the page
    static String of(CommandLine command, String version, String date) {
        return new ManPage(command).page(version, date);
    }

    /// The page's name, such as `stickcheck-probe`.
    static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private String page(String version, String date) {
        roff.title(name(spec).toUpperCase(Locale.ROOT), date, "stickcheck " + version);
        roff.section("NAME");
        roff.raw(Roff.text(name(spec)) + " \\- " + Roff.text(Roff.shown(first(spec))));
        roff.section("SYNOPSIS");
        roff.raw(Roff.bold(spec.qualifiedName()) + Roff.text(arguments()));
        roff.section("DESCRIPTION");
        paragraphs(false, spec.usageMessage().description());
        paragraphs(true, spec.usageMessage().footer());
        arguments("ARGUMENTS", spec.positionalParameters());
        options();
        commands();
        exitStatus();
        environment();
        seeAlso();
        return roff.toString();
    }

    private String arguments() {
        String commands = command.getSubcommands().isEmpty() ? "" : " COMMAND";
        return " [OPTIONS]"
                + spec.positionalParameters().stream()
                        .map(parameter -> parameter.arity().min() == 0
                                ? " [" + parameter.paramLabel() + "]"
                                : " " + parameter.paramLabel())
                        .collect(Collectors.joining())
                + commands;
    }

    /// What a command is in one sentence.
    private static String first(CommandSpec command) {
        String[] description = command.usageMessage().description();
        return description.length == 0 ? command.name() : description[0];
    }

    /// Blank lines part paragraphs, and an indented line stays a line.
    ///
    /// @param apart whether the first line begins a paragraph
    private void paragraphs(boolean apart, String... lines) {
        boolean blank = apart;
        for (String line : lines) {
            if (line.isBlank()) {
                blank = true;
                continue;
            }
            if (blank) {
                roff.paragraph();
                blank = false;
            }
            if (line.startsWith(" ")) {
                roff.lineBreak();
            }
            roff.line(Roff.shown(line));
        }
    }

    private void arguments(String heading, List<? extends ArgSpec> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        roff.section(heading);
        for (ArgSpec argument : arguments) {
            roff.term(Roff.italic(argument.paramLabel()), Roff.shown(argument.description()));
        }
    }

    private void options() {
        List<OptionSpec> shown =
                spec.options().stream().filter(option -> !option.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        roff.section("OPTIONS");
        for (OptionSpec option : shown) {
            String names = Arrays.stream(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
            String value = option.arity().max() == 0 ? "" : " " + Roff.italic(option.paramLabel());
            roff.term(names + value, Roff.shown(option.description()));
        }
    }

    private void commands() {
        if (command.getSubcommands().isEmpty()) {
            return;
        }
        roff.section("COMMANDS");
        command.getSubcommands()
                .forEach((name, sub) -> roff.term(Roff.bold(name), Roff.shown(first(sub.getCommandSpec()))));
    }

    private void exitStatus() {
        roff.section("EXIT STATUS");
        for (ExitCode code : ExitCode.values()) {
            roff.term(Roff.bold(Integer.toString(code.code())), code.meaning());
        }
        roff.term(Roff.bold("130, 143"), "interrupted; what was measured so far has been written");
    }

    private void environment() {
        roff.section("ENVIRONMENT");
        ENVIRONMENT.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(variable -> roff.term(Roff.bold(variable.getKey()), variable.getValue()));
    }

    private void seeAlso() {
        CommandLine root = command.getParent() == null ? command : command.getParent();
        List<CommandLine> others = root.getSubcommands().values().stream().toList();
        roff.section("SEE ALSO");
        roff.raw(Stream.concat(Stream.of(root), others.stream())
                .filter(other -> !other.equals(command))
                .map(other -> Roff.bold(name(other.getCommandSpec())) + "(1)")
                .collect(Collectors.joining(", ")));
    }
}
