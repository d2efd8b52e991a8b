package dev.stickcheck.model;

import org.jspecify.annotations.Nullable;

/// How even the requests are, which is what instances feel, whatever evenness is judged on (STATISTICS 4.1).
///
/// @param requests with a known instance
/// @param effectiveRequests as many independent ones say as much: requests of one session fall together
/// @param interval of the coefficient of variation, with the uncertainty of so few independent requests
public record RequestLoad(
        long requests,
        double effectiveRequests,
        double coefficientOfVariation,
        double adjustedCoefficientOfVariation,
        @Nullable Interval interval) {}
