package dev.stickcheck.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command above all commands: alone it only says which there are.
@Command(
        name = "stickcheck",
        description =
                "Tells the truth about a load balancer: do sessions stick, is the load even, and how sure is that.",
        mixinStandardHelpOptions = true,
        versionProvider = Stickcheck.Versions.class,
        subcommands = HelpCommand.class,
        footer = {
            "",
            "Exit codes: 0 every check passed, 1 a check failed, 2 wrong usage,",
            "3 inconclusive, 4 nothing could be measured, 130 or 143 interrupted."
        })
final class Stickcheck implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing, such as stickcheck probe URL");
    }

    /// Where `--version` gets its text.
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"stickcheck " + Version.text()};
        }
    }
}
