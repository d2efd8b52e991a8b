package dev.stickcheck.journal;

import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Text;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Writes observations to a `.jsonl` or `.csv` file, a line each. Not thread safe: one owner.
public final class ObservationWriter implements AutoCloseable {
    private final Path file;
    private final Lines lines;

    private ObservationWriter(Path file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    /// Whether a file of this name would be written in a format that there is.
    public static boolean knows(Path file) {
        return JournalFormat.known(file).isPresent();
    }

    /// Opens the file at once, so that a path that cannot be written is told before anything is measured. What the file
    /// held before is lost.
    ///
    /// @throws JournalProblem when the extension is unknown or the file cannot be written
    public static ObservationWriter open(Path file) {
        JournalFormat format = JournalFormat.of(file);
        try {
            OutputStream out = Files.newOutputStream(file);
            return new ObservationWriter(
                    file,
                    switch (format) {
                        case JSONL -> new JsonLines(out);
                        case CSV -> new CsvLines(out);
                    });
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    /// Adds a line.
    ///
    /// @throws JournalProblem when the file cannot take it, such as on a full disk
    public void write(Observation observation) {
        try {
            lines.write(observation);
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    /// Hands everything written so far to the operating system.
    public void flush() {
        try {
            lines.flush();
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    private static JournalProblem problem(Path file, IOException e) {
        String why = switch (e) {
            case NoSuchFileException missing -> "its folder does not exist: create it";
            case AccessDeniedException denied -> "permission denied: choose another place";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
        return new JournalProblem("cannot write " + JournalFormat.shown(file) + ": " + Text.inert(why, 200), e);
    }

    /// A format that takes observations one by one.
    interface Lines extends Closeable {
        void write(Observation observation) throws IOException;

        void flush() throws IOException;
    }
}
