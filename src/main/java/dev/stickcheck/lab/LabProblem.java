package dev.stickcheck.lab;

/// Why there is no lab, in one line for a person.
public final class LabProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean usage;

    private LabProblem(String line, boolean usage) {
        super(line);
        this.usage = usage;
    }

    /// What was asked for does not exist or makes no sense.
    static LabProblem usage(String line) {
        return new LabProblem(line, true);
    }

    /// What was asked for makes sense, and this machine does not give it now.
    static LabProblem unavailable(String line, Throwable cause) {
        LabProblem problem = new LabProblem(line, false);
        problem.initCause(cause);
        return problem;
    }

    /// What was asked for makes sense, and this machine does not have it.
    static LabProblem unavailable(String line) {
        return new LabProblem(line, false);
    }

    /// Whether another command line would help (exit 2), not another state of the machine (exit 4).
    public boolean usage() {
        return usage;
    }
}
