package dev.stickcheck.journal;

import dev.stickcheck.model.Text;
import java.nio.file.Path;
import java.util.Locale;

/// How observations are written, told by a file's extension.
enum JournalFormat {
    JSONL,
    CSV;

    static JournalFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return JSONL;
        }
        if (name.endsWith(".csv")) {
            return CSV;
        }
        throw new JournalProblem(
                "observations are kept in .jsonl or .csv files, got " + shown(file)
                        + (name.endsWith(".parquet") ? " (.parquet is planned)" : "")
                        + ": use another extension",
                null);
    }

    /// A path as it may be printed.
    static String shown(Path file) {
        return Text.inert(file.toString(), 200);
    }
}
