package dev.stickcheck.statistics;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How far a measurement has come: the cheap figures that steer it and that a person watches.
///
/// @param sessions sticky sessions that were answered at least once, or failed to be
/// @param unjudgeable sessions that ended with fewer than two known answers, so that others must take their place
/// @param judged sessions counted in launch order, and `failed` of them
/// @param failedAnywhere sessions known to have failed, counted or not
/// @param unexplained moves that wait for evidence
/// @param assignmentsForMoves fresh assignments that would explain them
/// @param mayBeOneEpisode whether sessions fail because of one episode that may not be over; costs a look at
///     the failures
/// @param instances different ids seen; `tooManyIds` when more than can be instances
/// @param expectedInstances those, or as many as are declared
/// @param effectiveUnits the distribution's units after the design effect of clustering; costs a pass over the sessions
/// @param sequential the test of stickiness, for planning
/// @param lastStatus of the last answer
/// @param lastFailure why the last unanswered request was not answered
public record Progress(
        long requests,
        long answers,
        long identified,
        long errors,
        long assignments,
        long sessions,
        long judged,
        long unjudgeable,
        long failed,
        long failedAnywhere,
        Decision stickiness,
        int unexplained,
        long assignmentsForMoves,
        BooleanSupplier mayBeOneEpisode,
        int instances,
        boolean tooManyIds,
        int expectedInstances,
        Supplier<double[]> shares,
        DoubleSupplier effectiveUnits,
        SequentialTest sequential,
        @Nullable Integer lastStatus,
        @Nullable String lastFailure) {}
