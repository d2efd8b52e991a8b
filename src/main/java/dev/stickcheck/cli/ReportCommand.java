package dev.stickcheck.cli;

import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.ReportFormat;
import dev.stickcheck.report.ReportProblem;
import dev.stickcheck.report.ResultReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `stickcheck report RESULT.json`.
@Command(
        name = "report",
        description = "A saved result rendered again: for the terminal, or as --report and --json say.",
        mixinStandardHelpOptions = true,
        versionProvider = Stickcheck.Versions.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        footer = {"", "Exits as the run did whose result it is."})
final class ReportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RESULT.json", description = "What --report x.json or --json wrote.")
    private String file = "";

    @Mixin
    private AnswerOptions output = new AnswerOptions();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        try {
            List<Result> results = ResultReader.read(ReportFiles.path("RESULT.json", file));
            // A probe writes tables of observations; a result has none.
            output.reports.forEach(name -> ReportFormat.of(ReportFiles.path("--report", name)));
            return Answer.prepare(terminal, output).giveSaved(results).code();
        } catch (UsageProblem | ReportProblem problem) {
            terminal.err().println("stickcheck: " + Text.inert(String.valueOf(problem.getMessage()), 600));
            return ExitCode.USAGE.code();
        }
    }
}
