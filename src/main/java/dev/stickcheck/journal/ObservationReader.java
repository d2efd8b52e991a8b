package dev.stickcheck.journal;

import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Text;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the observations of a `.jsonl` or `.csv` file one by one, however long it is.
public final class ObservationReader implements AutoCloseable {
    private final Path file;
    private final Source source;

    private ObservationReader(Path file, Source source) {
        this.file = file;
        this.source = source;
    }

    /// Hands each observation to `consumer` in the file's order. A bad line ends it, after all good lines before it.
    ///
    /// @throws JournalProblem when the file cannot be read, or a line is no observation
    public static void forEach(Path file, Consumer<? super Observation> consumer) {
        try (ObservationReader reader = open(file)) {
            for (Observation next = reader.next(); next != null; next = reader.next()) {
                consumer.accept(next);
            }
        }
    }

    /// Opens the file, and reads nothing of it yet.
    ///
    /// @throws JournalProblem when the extension is unknown or the file cannot be opened
    public static ObservationReader open(Path file) {
        JournalFormat format = JournalFormat.of(file);
        try {
            ByteLines lines = new ByteLines(Files.newInputStream(file));
            return new ObservationReader(
                    file,
                    switch (format) {
                        case JSONL -> new JsonObservations(lines);
                        case CSV -> new CsvObservations(lines);
                    });
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// The next observation, or null at the end.
    ///
    /// @throws JournalProblem naming the line when it is no observation
    public @Nullable Observation next() {
        try {
            return source.next();
        } catch (BadLine bad) {
            throw new JournalProblem(
                    JournalFormat.shown(file) + ", line " + source.line() + ": " + bad.getMessage()
                            + "; correct the line or delete it",
                    bad);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static JournalProblem unreadable(Path file, IOException e) {
        String why = switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            default -> Text.inert(String.valueOf(e.getMessage()), 200);
        };
        return new JournalProblem("cannot read " + JournalFormat.shown(file) + ": " + why, e);
    }

    /// A format that gives observations one by one.
    interface Source extends Closeable {
        @Nullable
        Observation next() throws IOException;

        /// The number of the line that was read last, from 1.
        long line();
    }
}
