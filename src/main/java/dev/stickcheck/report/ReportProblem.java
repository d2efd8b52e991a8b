package dev.stickcheck.report;

import org.jspecify.annotations.Nullable;

/// A report that cannot be made. The message is one line for a person: what was asked, what to do.
public final class ReportProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReportProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
