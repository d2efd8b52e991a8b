package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// How requests have fared so far, as far as it tells whether there is anything to measure.
///
/// @param answers requests that were answered, be it with an error
/// @param identified answers that told their instance, and `instances` different ones of them
/// @param errors requests without an answer, or answered with an error
/// @param tooManyIds whether there are more different ids than can be instances
/// @param lastStatus of the last answer
/// @param lastFailure why the last unanswered request was not answered
public record Answered(
        long requests,
        long answers,
        long identified,
        long errors,
        int instances,
        boolean tooManyIds,
        @Nullable Integer lastStatus,
        @Nullable String lastFailure) {}
