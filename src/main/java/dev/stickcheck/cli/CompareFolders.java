package dev.stickcheck.cli;

import dev.stickcheck.lab.PrivateFolder;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders of one comparison: Gatling's report, which is kept, and what is needed only while it runs.
final class CompareFolders implements AutoCloseable {
    private final Path reports;
    private final PrivateFolder scratch;

    private CompareFolders(Path reports, PrivateFolder scratch) {
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
        return new CompareFolders(place, PrivateFolder.create("compare"));
    }

    Path reports() {
        return reports;
    }

    /// What Gatling says while it runs.
    Path log() {
        return reports.resolve("gatling.log");
    }

    Path scratch() {
        return scratch.path();
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

    /// Where nothing has started, nothing is left.
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(reports);
        } catch (DirectoryNotEmptyException e) {
            // It holds what Gatling wrote.
        } finally {
            scratch.close();
        }
    }
}
