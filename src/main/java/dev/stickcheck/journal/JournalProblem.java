package dev.stickcheck.journal;

import org.jspecify.annotations.Nullable;

/// A file of observations that cannot be written or read. The message is one line for a person: the file, the place in
/// it, what was found and what to do.
public final class JournalProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
