package dev.stickcheck.journal;

import dev.stickcheck.model.Text;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// How observations are written, told by a file's extension.
enum JournalFormat {
    JSONL,
    CSV;

    static Optional<JournalFormat> known(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl")) {
            return Optional.of(JSONL);
        }
        return name.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
    }

    static JournalFormat of(Path file) {
        return known(file)
                .orElseThrow(() -> new JournalProblem(
                        "observations are kept in .jsonl or .csv files, got " + shown(file)
                                + (file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
                                        ? " (.parquet is planned)"
                                        : "")
                                + ": use another extension",
                        null));
    }

    /// A path as it may be printed.
    static String shown(Path file) {
        return Text.inert(file.toString(), 200);
    }
}
