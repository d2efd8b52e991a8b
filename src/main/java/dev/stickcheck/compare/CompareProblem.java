package dev.stickcheck.compare;

/// A comparison that cannot be run. The message is one line for a person.
public final class CompareProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean usage;

    private CompareProblem(String message, boolean usage) {
        super(message);
        this.usage = usage;
    }

    /// What was asked for makes no sense.
    public static CompareProblem usage(String message) {
        return new CompareProblem(message, true);
    }

    /// The machine or the target does not give what it takes.
    public static CompareProblem fault(String message) {
        return new CompareProblem(message, false);
    }

    public boolean usage() {
        return usage;
    }
}
