package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The formats of a report file, told by its extension.
public enum ReportFormat {
    HTML,
    JSON,
    JUNIT,
    MARKDOWN,
    OPENMETRICS;

    /// The format that a file's extension asks for.
    ///
    /// @throws ReportProblem naming the extensions that work
    public static ReportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(Math.max(0, name.lastIndexOf('.')));
        return switch (extension) {
            case ".html" -> HTML;
            case ".json" -> JSON;
            case ".xml" -> JUNIT;
            case ".md" -> MARKDOWN;
            case ".prom" -> OPENMETRICS;
            case ".csv" ->
                throw new ReportProblem(
                        "a result holds no observations, so " + shown(file)
                                + " cannot be made of one: probe writes it while it measures",
                        null);
            default -> throw unknown(file);
        };
    }

    private static ReportProblem unknown(Path file) {
        return new ReportProblem(
                "--report must end in .html, .json, .md, .xml (JUnit), .prom (OpenMetrics) or .csv (observations), got "
                        + shown(file) + ": use one of these",
                null);
    }

    /// Writes a report into a file, over whatever was there.
    ///
    /// @throws ReportProblem when the file cannot be written
    public void write(List<Result> results, Path file) {
        write(results, results.size() != 1, file);
    }

    /// As [#write(List, Path)].
    ///
    /// @param several whether several were asked for: then JSON is an array, however many there are
    public void write(List<Result> results, boolean several, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(results, several, out);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException
                    ? "its folder does not exist: create it"
                    : Text.inert(String.valueOf(e.getMessage()), 200);
            throw new ReportProblem("cannot write " + shown(file) + ": " + why, e);
        }
    }

    /// Writes a report in UTF-8 and leaves the stream open.
    public void write(List<Result> results, OutputStream out) throws IOException {
        write(results, results.size() != 1, out);
    }

    private void write(List<Result> results, boolean several, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, UTF_8);
        switch (this) {
            case JSON -> {
                if (several) {
                    JsonReport.write(results, out);
                } else {
                    JsonReport.write(results.getFirst(), out);
                }
            }
            case HTML -> HtmlReport.write(results, text);
            case JUNIT -> JunitReport.write(results, text);
            case MARKDOWN -> MarkdownReport.write(results, text);
            case OPENMETRICS -> OpenMetricsReport.write(results, out);
        }
        text.flush();
    }

    private static String shown(Path file) {
        return Text.inert(file.toString(), 200);
    }
}
