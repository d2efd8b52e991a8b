package dev.stickcheck.cli;

import dev.stickcheck.journal.JournalProblem;
import dev.stickcheck.journal.ObservationWriter;
import dev.stickcheck.model.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of observations while a probe runs: a disk that fills up ends the writing, not the measurement.
final class Journal implements AutoCloseable {
    private final List<ObservationWriter> writers;
    private @Nullable String trouble;

    private Journal(List<ObservationWriter> writers) {
        this.writers = writers;
    }

    /// @throws UsageProblem when a file cannot be written
    static Journal open(List<String> names) {
        Journal journal = new Journal(new ArrayList<>());
        try {
            for (String name : names) {
                journal.writers.add(ObservationWriter.open(ReportFiles.path("--observations", name)));
            }
            return journal;
        } catch (JournalProblem problem) {
            journal.close();
            throw new UsageProblem("--observations: " + problem.getMessage());
        }
    }

    void write(Observation observation) {
        if (trouble != null) {
            return;
        }
        try {
            for (ObservationWriter writer : writers) {
                writer.write(observation);
            }
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
        for (ObservationWriter writer : writers) {
            try {
                writer.close();
            } catch (JournalProblem problem) {
                trouble = trouble == null ? problem.getMessage() : trouble;
            }
        }
    }
}
