package dev.stickcheck.cli;

import dev.stickcheck.config.ConfigProblem;
import dev.stickcheck.config.QuestionReader;
import dev.stickcheck.model.Question;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.Palette;
import dev.stickcheck.report.PlanJson;
import dev.stickcheck.report.PlanText;
import dev.stickcheck.statistics.Planner;
import dev.stickcheck.statistics.Price;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `stickcheck plan`.
@Command(
        name = "plan",
        description = "How many sessions and requests does an answer need, and how long does that take?",
        mixinStandardHelpOptions = true,
        versionProvider = Stickcheck.Versions.class,
        sortOptions = false,
        abbreviateSynopsis = true)
final class PlanCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "The plan as JSON on stdout.")
    private boolean json;

    @Option(names = "--verbose", description = "Shows where an unexpected failure comes from.")
    boolean verbose;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Question question = QuestionReader.read(
                    MeasuringOptions.given(spec.commandLine().getParseResult()));
            answer(question, Planner.price(question));
            return ExitCode.PASSED.code();
        } catch (ConfigProblem problem) {
            problem.lines().forEach(line -> terminal.err().println("stickcheck: " + Text.inert(line, 600)));
            return ExitCode.USAGE.code();
        }
    }

    private void answer(Question question, Price price) throws IOException {
        if (json) {
            PlanJson.write(question, price, terminal.out());
            terminal.out().flush();
            return;
        }
        Writer words = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
        PlanText.write(question, price, words, terminal.color() ? Palette.ANSI : Palette.PLAIN, terminal.width());
    }
}
