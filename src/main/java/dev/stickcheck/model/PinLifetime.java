package dev.stickcheck.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long affinity outlasts a session's silence, found by letting sessions idle (STATISTICS 1.5).
///
/// @param keptSeconds the longest idle gap after which sessions were still on their instance; null when none was
/// @param lostSeconds the shortest after which they were not; null when none was tried
/// @param words all of it in one sentence
/// @param gaps what was tried, shortest first
public record PinLifetime(
        Kind kind,
        @Nullable Double keptSeconds,
        @Nullable Double lostSeconds,
        Renewal renewal,
        long requests,
        String words,
        List<Gap> gaps) {
    public PinLifetime {
        gaps = List.copyOf(gaps);
    }

    /// What the search came to.
    public enum Kind {
        /// The lifetime lies between the two gaps.
        BRACKETED("bracketed"),
        /// Sessions kept their instance over the longest gap that was allowed.
        LONGER("longer"),
        /// Sessions do not stick even without a pause.
        NOT_STICKY("not-sticky"),
        /// One instance only, or answers that tell none.
        NOT_IDENTIFIABLE("not-identifiable"),
        /// It ended before the answer was certain.
        UNFINISHED("unfinished");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Whether a request makes the lifetime begin anew.
    public enum Renewal {
        SLIDING("sliding"),
        ABSOLUTE("absolute"),
        UNKNOWN("unknown");

        private final String label;

        Renewal(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Sessions that idled for so long, by where they came back to.
    public record Gap(double seconds, int kept, int lost) {}
}
