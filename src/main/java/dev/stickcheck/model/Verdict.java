package dev.stickcheck.model;

import java.util.Collection;

/// The outcome of one check, and of all of them.
public enum Verdict {
    PASS("pass"),
    FAIL("fail"),
    INCONCLUSIVE("inconclusive");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// One failure fails all; short of that one undecided leaves all undecided. No check at all decides nothing.
    public static Verdict of(Collection<Verdict> outcomes) {
        if (outcomes.contains(FAIL)) {
            return FAIL;
        }
        return outcomes.isEmpty() || outcomes.contains(INCONCLUSIVE) ? INCONCLUSIVE : PASS;
    }
}
