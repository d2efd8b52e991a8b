package dev.stickcheck.cli;

/// Something that the user asked for and cannot have. The message is one line.
final class UsageProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageProblem(String message) {
        super(message);
    }
}
