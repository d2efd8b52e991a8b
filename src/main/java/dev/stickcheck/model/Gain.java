package dev.stickcheck.model;

/// What a comparison of one quantile comes to (STATISTICS 5.3): the first that holds of the ratio's interval.
public enum Gain {
    /// Certainly more than 15 % faster.
    BETTER_15("better-15"),
    /// Certainly within 5 % of one another.
    EQUIVALENT("equivalent"),
    /// Certainly faster, and certainly by less than 15 %.
    BETTER_UNDER_15("better-under-15"),
    /// Certainly faster; whether by more than 15 % is open.
    BETTER_SIZE_UNKNOWN("better-size-unknown"),
    /// Certainly slower.
    WORSE("worse"),
    INCONCLUSIVE("inconclusive");

    private final String label;

    Gain(String label) {
        this.label = label;
    }

    /// The word in a result.
    public String label() {
        return label;
    }

    /// Whether affinity certainly makes it faster.
    public boolean better() {
        return switch (this) {
            case BETTER_15, BETTER_UNDER_15, BETTER_SIZE_UNKNOWN -> true;
            case EQUIVALENT, WORSE, INCONCLUSIVE -> false;
        };
    }
}
