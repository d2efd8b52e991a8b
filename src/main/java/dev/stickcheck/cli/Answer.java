package dev.stickcheck.cli;

import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.JsonReport;
import dev.stickcheck.report.Palette;
import dev.stickcheck.report.TerminalReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Gives a result to whoever asked: files, JSON on stdout, words for a person.
final class Answer {
    private final Terminal terminal;
    private final AnswerOptions output;
    private final ReportFiles files;
    private final boolean color;

    private Answer(Terminal terminal, AnswerOptions output, ReportFiles files, boolean color) {
        this.terminal = terminal;
        this.output = output;
        this.files = files;
        this.color = color;
    }

    /// @throws UsageProblem when a file could not be written later
    static Answer prepare(Terminal terminal, AnswerOptions output) {
        return new Answer(terminal, output, ReportFiles.open(output.reports), color(terminal, output));
    }

    private static boolean color(Terminal terminal, AnswerOptions output) {
        boolean person = wordsOnOut(terminal, output) || terminal.errIsTerminal();
        return switch (output.color.toLowerCase(Locale.ROOT)) {
            case "auto" -> person && !terminal.noColor();
            case "always" -> true;
            case "never" -> false;
            default ->
                throw new UsageProblem(
                        "--color must be one of auto, always, never, got '" + Text.inert(output.color, 40) + "'");
        };
    }

    // stdout carries the result: words go there only when a person reads it.
    private static boolean wordsOnOut(Terminal terminal, AnswerOptions output) {
        return terminal.outIsTerminal() && !output.json;
    }

    /// Gives it, and returns the exit code: a report that is missing must not look like success.
    ExitCode give(Result result) throws IOException {
        boolean written = files.write(List.of(result), false, this::complain);
        if (output.json) {
            JsonReport.write(result, terminal.out());
            terminal.out().flush();
        }
        tell(result);
        return orMissing(ExitCode.of(result), written);
    }

    /// Gives the results of several targets, each of which has been told already.
    ///
    /// @param worst of their exit codes
    ExitCode giveAll(List<Result> results, ExitCode worst) throws IOException {
        boolean written = files.write(results, true, this::complain);
        if (output.json) {
            JsonReport.write(results, terminal.out());
            terminal.out().flush();
        }
        return orMissing(worst, written);
    }

    /// Gives results that were saved, one or several.
    ExitCode giveSaved(List<Result> results) throws IOException {
        if (results.size() == 1) {
            return give(results.getFirst());
        }
        for (Result result : results) {
            tell(result);
        }
        return giveAll(
                results, ExitCode.worst(results.stream().map(ExitCode::of).toList()));
    }

    /// Writes the files with what there is so far, so that nothing takes it away again.
    void keep(List<Result> soFar) {
        files.write(soFar, true, problem -> {});
    }

    /// Says it in words.
    void tell(Result result) throws IOException {
        if (result.ending().nothingMeasured()) {
            complain("nothing could be measured: " + Text.inert(result.ending().why(), 600));
        } else if (!output.quiet) {
            PrintStream words = wordsOnOut(terminal, output) ? terminal.out() : terminal.err();
            Writer writer = new OutputStreamWriter(words, StandardCharsets.UTF_8);
            TerminalReport.write(result, writer, color ? Palette.ANSI : Palette.PLAIN, terminal.width());
            writer.flush();
        }
    }

    private void complain(String line) {
        terminal.err().println("stickcheck: " + line);
    }

    private static ExitCode orMissing(ExitCode code, boolean written) {
        return written || code == ExitCode.FAILED ? code : ExitCode.NOTHING_MEASURED;
    }
}
