package dev.stickcheck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Run by the build: writes completion for bash and zsh, and a manual page a command, into the folders where shells and
/// `man` look for them below `/usr/share` or `~/.local/share`.
public final class Manual {
    private static final String NAME = "stickcheck";
    private static final Set<String> FILES = Set.of("PATH", "FILE", "F");

    private Manual() {}

    /// Arguments: the folder, the version, and the day of the release as the first ten characters of a time.
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), args[1], args[2].substring(0, 10));
    }

    static void write(Path folder, String version, String date) throws IOException {
        CommandLine root = Main.commands(Terminal.ofProcess(), Map.of());
        String bash = completion();
        put(folder.resolve("bash-completion/completions"), NAME, bash);
        put(folder.resolve("zsh/site-functions"), "_" + NAME, zsh(bash));
        page(folder, root, version, date);
        for (CommandLine command : root.getSubcommands().values()) {
            page(folder, command, version, date);
        }
    }

    /// From a model of its own, in which options that name files are of a type that tells the shell so.
    private static String completion() {
        CommandLine root = Main.commands(Terminal.ofProcess(), Map.of());
        for (CommandLine command : root.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            for (OptionSpec option : List.copyOf(spec.options())) {
                if (FILES.contains(option.paramLabel())) {
                    spec.remove(option);
                    spec.addOption(OptionSpec.builder(option.names())
                            .arity("1")
                            .paramLabel(option.paramLabel())
                            .type(Path.class)
                            .build());
                }
            }
        }
        return AutoComplete.bash(NAME, root);
    }

    /// What `compinit` finds by its first line. It runs when a word is completed for the first time, registers what
    /// completes the words after that, and completes this one.
    private static String zsh(String bash) {
        return "#compdef " + NAME + "\n" + bash + "\n_bash_complete -o default -F _complete_" + NAME + "\n";
    }

    private static void page(Path folder, CommandLine command, String version, String date) throws IOException {
        String name = ManPage.name(command.getCommandSpec()) + ".1";
        put(folder.resolve("man/man1"), name, ManPage.of(command, version, date));
    }

    private static void put(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }
}
