package dev.stickcheck.cli;

import dev.stickcheck.model.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders of one comparison: Gatling's report, which is kept, and what is needed only while it runs.
final class CompareFolders implements AutoCloseable {
    private final Path reports;
    private final Path scratch;

    private CompareFolders(Path reports, Path scratch) {
        this.reports = reports;
        this.scratch = scratch;
    }

    /// @throws UsageProblem when the report has no place
    static CompareFolders open(String reports, long millis) throws IOException {
        Path place =
                ReportFiles.path("--gatling-reports", reports).toAbsolutePath().resolve("run-" + millis);
        try {
            Files.createDirectories(place);
        } catch (IOException e) {
            throw new UsageProblem(
                    "--gatling-reports '" + Text.inert(reports, 200) + "' cannot be written: name a folder that can");
        }
        return new CompareFolders(place, Files.createTempDirectory("stickcheck-compare-"));
    }

    Path reports() {
        return reports;
    }

    /// What Gatling says while it runs.
    Path log() {
        return reports.resolve("gatling.log");
    }

    Path scratch() {
        return scratch;
    }

    /// Gatling's own report, or null when it was not written.
    @Nullable
    Path report() {
        try (Stream<Path> runs = Files.list(reports)) {
            return runs.map(run -> run.resolve("index.html"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        removeIfEmpty(reports);
        try (Stream<Path> files = Files.walk(scratch)) {
            files.sorted(Comparator.reverseOrder()).forEach(CompareFolders::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Where nothing has started, nothing is left.
    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // It holds what Gatling wrote.
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
