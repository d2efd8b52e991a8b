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
import java.util.Locale;

/// Gives a result to whoever asked: files, JSON on stdout, words for a person.
final class Answer {
    private final Terminal terminal;
    private final OutputOptions output;
    private final ReportFiles files;
    private final boolean color;

    private Answer(Terminal terminal, OutputOptions output, ReportFiles files, boolean color) {
        this.terminal = terminal;
        this.output = output;
        this.files = files;
        this.color = color;
    }

    /// @throws UsageProblem when a file could not be written later
    static Answer prepare(Terminal terminal, OutputOptions output) {
        return new Answer(terminal, output, ReportFiles.open(output.reports), color(terminal, output));
    }

    private static boolean color(Terminal terminal, OutputOptions output) {
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
    private static boolean wordsOnOut(Terminal terminal, OutputOptions output) {
        return terminal.outIsTerminal() && !output.json;
    }

    /// Gives it, and returns the exit code: a report that is missing must not look like success.
    ExitCode give(Result result) throws IOException {
        boolean written = files.write(result, problem -> terminal.err().println("stickcheck: " + problem));
        if (output.json) {
            JsonReport.write(result, terminal.out());
            terminal.out().flush();
        }
        if (result.ending().nothingMeasured()) {
            terminal.err()
                    .println("stickcheck: nothing could be measured: "
                            + result.ending().why());
        } else if (!output.quiet) {
            PrintStream words = wordsOnOut(terminal, output) ? terminal.out() : terminal.err();
            Writer writer = new OutputStreamWriter(words, StandardCharsets.UTF_8);
            TerminalReport.write(result, writer, color ? Palette.ANSI : Palette.PLAIN, terminal.width());
            writer.flush();
        }
        ExitCode code = ExitCode.of(result);
        return written || code == ExitCode.FAILED ? code : ExitCode.NOTHING_MEASURED;
    }
}
