package dev.stickcheck.report;

import com.fasterxml.jackson.core.JacksonException;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads back what [JsonReport] wrote: one result, or an array of them. Members that it does not know are left alone.
public final class ResultReader {
    /// The largest results have about 1 MB.
    private static final long LARGEST = 64L << 20;

    private ResultReader() {}

    /// The results in a file, at least one.
    ///
    /// @throws ReportProblem in one line, when it cannot be read, is truncated or is no result
    public static List<Result> read(Path file) {
        String shown = Text.inert(file.toString(), 200);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new ReportProblem(
                        "it has " + (size >> 20) + " MB, which no result has: use a file that --report x.json wrote",
                        null);
            }
            return read(in);
        } catch (JacksonException e) {
            throw new ReportProblem("cannot read " + shown + ": " + broken(e), e);
        } catch (IOException e) {
            throw new ReportProblem("cannot read " + shown + ": " + reason(file, e), e);
        } catch (ReportProblem e) {
            throw new ReportProblem("cannot read " + shown + ": " + e.getMessage(), e);
        }
    }

    static List<Result> read(InputStream in) throws IOException {
        Object document = JsonValues.read(in);
        List<?> elements = document instanceof List<?> array ? array : wrapped(document);
        if (elements.isEmpty()) {
            throw new ReportProblem("it is an array without a result: use a file that --report x.json wrote", null);
        }
        List<Result> results = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            results.add(result(Members.of(elements.get(i), document instanceof List ? "[" + i + "]" : "")));
        }
        return results;
    }

    private static List<@Nullable Object> wrapped(@Nullable Object document) {
        List<@Nullable Object> one = new ArrayList<>();
        one.add(document);
        return one;
    }

    private static Result result(Members members) {
        if (!members.has("schema")) {
            throw new ReportProblem(
                    "it does not say that it is a result (no schema): use a file that --report x.json wrote", null);
        }
        String schema = members.text("schema");
        if (!schema.equals(ResultJson.SCHEMA)) {
            throw new ReportProblem(
                    "its schema is '" + Text.inert(schema, 60) + "', expected " + ResultJson.SCHEMA
                            + ": use a file that --report x.json wrote",
                    null);
        }
        return ResultMembers.result(members);
    }

    private static String broken(JacksonException e) {
        String where =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        return "it is not one whole JSON document" + where + ": is it truncated? Use a file that --report x.json wrote";
    }

    private static String reason(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "no permission";
            default -> Text.inert(String.valueOf(e.getMessage()), 200);
        };
    }
}
