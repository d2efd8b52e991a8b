package dev.stickcheck.cli;

import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.ReportFormat;
import dev.stickcheck.report.ReportProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The files of `--report`: opened before the probe, so that a path that cannot be written is told at once and nothing
/// that was measured is lost.
final class ReportFiles {
    private final List<Path> paths;

    private ReportFiles(List<Path> paths) {
        this.paths = paths;
    }

    /// @throws UsageProblem when a format is not known or a path cannot be written
    static ReportFiles open(List<String> names) {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            if (ObservationFiles.isTable(name)) {
                continue;
            }
            Path path = path("--report", name);
            requireFormat(path);
            requireWritable("--report", path);
            paths.add(path);
        }
        return new ReportFiles(List.copyOf(paths));
    }

    private static void requireFormat(Path path) {
        try {
            ReportFormat.of(path);
        } catch (ReportProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }

    static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageProblem(option + " '" + Text.inert(name, 100) + "' is no path");
        }
    }

    // Opened for appending: an earlier report stays whole until there is a new one.
    static void requireWritable(String option, Path path) {
        boolean existed = Files.exists(path);
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.flush();
        } catch (IOException e) {
            throw new UsageProblem(
                    option + " '" + Text.inert(path.toString(), 200) + "' cannot be written: " + reason(path));
        }
        // The link itself was there before.
        if (!existed && !Files.isSymbolicLink(path)) {
            path.toFile().delete();
        }
    }

    /// Why a file cannot be written.
    static String reason(String name) {
        try {
            return reason(Path.of(name));
        } catch (InvalidPathException e) {
            return "it is no path";
        }
    }

    private static String reason(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            return "what should be its folder is a file";
        }
        return folder == null || Files.isDirectory(folder) ? "no permission" : "its folder does not exist";
    }

    /// Writes them all; one that fails does not keep the others from being written.
    ///
    /// @param several whether several targets were asked for
    /// @param complain is told a line for each that cannot be written any more
    /// @return whether all were written
    boolean write(List<Result> results, boolean several, Consumer<String> complain) {
        boolean all = true;
        for (Path path : paths) {
            try {
                ReportFormat.of(path).write(results, several, path);
            } catch (ReportProblem problem) {
                complain.accept(String.valueOf(problem.getMessage()));
                all = false;
            }
        }
        return all;
    }
}
