package dev.stickcheck.cli;

import dev.stickcheck.journal.JournalProblem;
import dev.stickcheck.journal.ObservationWriter;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// `--observations` while a probe runs: a disk that fills up ends the writing, not the measurement.
final class Journal implements AutoCloseable {
    private final @Nullable ObservationWriter writer;
    private @Nullable String trouble;

    private Journal(@Nullable ObservationWriter writer) {
        this.writer = writer;
    }

    /// Told before anything starts, and without touching what the file holds.
    ///
    /// @throws UsageProblem when the file could not be written later
    static void requireWritable(String name) {
        if (!name.isEmpty()) {
            Path path = ReportFiles.path("--observations", name);
            if (!ObservationWriter.knows(path)) {
                throw new UsageProblem("--observations must end in .jsonl or .csv, got '" + Text.inert(name, 200) + "'"
                        + (name.endsWith(".parquet") ? " (.parquet is planned)" : ""));
            }
            ReportFiles.requireWritable("--observations", path);
        }
    }

    /// @throws UsageProblem when the file cannot be written
    static Journal open(String name) {
        if (name.isEmpty()) {
            return new Journal(null);
        }
        try {
            return new Journal(ObservationWriter.open(ReportFiles.path("--observations", name)));
        } catch (JournalProblem problem) {
            throw new UsageProblem("--observations: " + problem.getMessage());
        }
    }

    void write(Observation observation) {
        if (writer == null || trouble != null) {
            return;
        }
        try {
            writer.write(observation);
        } catch (JournalProblem problem) {
            trouble = problem.getMessage();
        }
    }

    /// Writes the rest, and tells what was lost, if anything was.
    @Nullable
    String finish() {
        close();
        return trouble == null ? null : "The observations are not complete: " + trouble + ".";
    }

    @Override
    public void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (JournalProblem problem) {
                trouble = trouble == null ? problem.getMessage() : trouble;
            }
        }
    }
}
