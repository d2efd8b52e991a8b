package dev.stickcheck.probe;

import org.jspecify.annotations.Nullable;

/// Something that keeps a probe from starting. The message is one line for a person.
public final class ProbeProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProbeProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
