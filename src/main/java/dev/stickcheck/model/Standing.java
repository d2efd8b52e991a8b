package dev.stickcheck.model;

/// Whether a rule's condition holds.
public enum Standing {
    MET("met"),
    NOT_MET("not-met"),
    UNKNOWN("unknown");

    private final String label;

    Standing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
