package dev.stickcheck.model;

/// Why a run ended.
///
/// @param why one sentence for a person, free of control characters
public record Ending(Kind kind, String why) {
    public enum Kind {
        /// Every check was decided, or one had failed.
        DECIDED,
        /// The fixed number of sessions was done.
        COMPLETED,
        /// The most sessions, requests or time were used up.
        BOUNDED,
        /// One instance only, though none was declared.
        SINGLE_INSTANCE,
        /// No request was answered.
        UNREACHABLE,
        /// No answer told its instance.
        NO_INSTANCE_ID,
        /// Ids name requests, not instances.
        ID_PER_REQUEST,
        /// SIGINT or SIGTERM.
        INTERRUPTED
    }

    /// Whether nothing could be measured.
    public boolean nothingMeasured() {
        return switch (kind) {
            case UNREACHABLE, NO_INSTANCE_ID, ID_PER_REQUEST -> true;
            case DECIDED, COMPLETED, BOUNDED, SINGLE_INSTANCE, INTERRUPTED -> false;
        };
    }
}
