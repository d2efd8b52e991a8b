package dev.stickcheck.report;

import dev.stickcheck.model.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// A result as JSON of the schema `stickcheck/result/1` (`result-1.json` among the resources), for programs.
public final class JsonReport {
    private JsonReport() {}

    /// Writes one result and leaves the stream open.
    public static void write(Result result, OutputStream out) throws IOException {
        JsonFields json = new JsonFields(out);
        new ResultJson(json).write(result);
        json.end();
        out.flush();
    }

    /// Writes the results of several targets as an array and leaves the stream open.
    public static void write(List<Result> results, OutputStream out) throws IOException {
        JsonFields json = new JsonFields(out);
        json.elements(results, new ResultJson(json)::write);
        json.end();
        out.flush();
    }
}
