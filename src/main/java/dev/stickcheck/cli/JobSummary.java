package dev.stickcheck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.MarkdownReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The summary of a job of GitHub Actions: Markdown behind what earlier steps wrote into the file that
/// `GITHUB_STEP_SUMMARY` names. It is an extra: where it cannot be written, the result is what it is.
final class JobSummary {
    static final String VARIABLE = "GITHUB_STEP_SUMMARY";
    /// GitHub shows nothing of a step that writes more.
    private static final long MOST_BYTES = 1 << 20;

    private JobSummary() {}

    /// @param complain is told, in a line, what could not be written
    static void append(Map<String, String> environment, List<Result> results, Consumer<String> complain)
            throws IOException {
        String file = environment.getOrDefault(VARIABLE, "");
        if (file.isEmpty() || results.isEmpty()) {
            return;
        }
        StringWriter text = new StringWriter();
        MarkdownReport.write(results, text);
        text.write('\n');
        byte[] bytes = text.toString().getBytes(UTF_8);
        try {
            Path path = Path.of(file);
            if ((Files.exists(path) ? Files.size(path) : 0) + bytes.length > MOST_BYTES) {
                complain.accept(note(file, "it would be larger than the megabyte that GitHub shows"));
                return;
            }
            Files.write(path, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            complain.accept(note(file, ReportFiles.reason(file)));
        }
    }

    private static String note(String file, String why) {
        return "the job summary " + Text.inert(file, 200) + " (" + VARIABLE + ") is not written: " + why
                + "; the result is not touched by it";
    }
}
