package dev.stickcheck.cli;

import dev.stickcheck.journal.ObservationWriter;
import dev.stickcheck.model.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The files that get a line a request: those of `--observations`, and every `--report` that ends in `.csv`, which is
/// the table of observations.
final class ObservationFiles {
    private ObservationFiles() {}

    static List<String> of(Map<String, List<String>> options) {
        List<String> files = new ArrayList<>();
        List<String> observations = options.getOrDefault("observations", List.of());
        if (!observations.isEmpty()) {
            files.add(observations.getLast());
        }
        options.getOrDefault("report", List.of()).stream()
                .filter(ObservationFiles::isTable)
                .forEach(files::add);
        return files;
    }

    /// Whether a report is written by the journal, while it is measured.
    static boolean isTable(String report) {
        return report.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /// Told before anything starts, and without touching what the files hold.
    ///
    /// @param files of each target
    /// @throws UsageProblem when one could not be written later, or would be written twice
    static void requireWritable(List<List<String>> files) {
        Set<Path> all = new HashSet<>();
        for (List<String> ofTarget : files) {
            for (String name : ofTarget) {
                String option = isTable(name) ? "--report or --observations" : "--observations";
                Path path = ReportFiles.path(option, name);
                if (!ObservationWriter.knows(path)) {
                    throw new UsageProblem("--observations must end in .jsonl or .csv, got '" + Text.inert(name, 200)
                            + "'" + (name.endsWith(".parquet") ? " (.parquet is planned)" : ""));
                }
                if (!all.add(path.toAbsolutePath().normalize())) {
                    throw new UsageProblem("observations of two would go to '" + Text.inert(name, 200)
                            + "': give each target an observations file of its own");
                }
                ReportFiles.requireWritable(option, path);
            }
        }
    }
}
