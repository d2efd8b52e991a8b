package dev.stickcheck.model;

/// What a comparison recommends.
public enum Affinity {
    ENABLE("enable", "Enable affinity"),
    CONSIDER("consider", "Consider affinity"),
    LEAVE_OFF("leave-off", "Leave affinity off"),
    /// Equality is shown, not only no difference found.
    NO_DIFFERENCE("no-difference", "Affinity makes no difference"),
    INCONCLUSIVE("inconclusive", "Not certain whether affinity is worth it");

    private final String label;
    private final String text;

    Affinity(String label, String text) {
        this.label = label;
        this.text = text;
    }

    /// The word in a result.
    public String label() {
        return label;
    }

    /// The beginning of a sentence.
    public String text() {
        return text;
    }
}
