package dev.stickcheck.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether sessions stayed on their instance (STATISTICS 1 to 3).
///
/// @param sessionsJudged sessions in the launch-order prefix that had at least two identified answers
/// @param sessionsMoved judged sessions that saw more than one instance, for whatever cause
/// @param sessionsFailed judged sessions that moved without an accepted cause
/// @param sessionsUnresolved judged sessions whose move could not be explained, or for whose end a certain verdict did
///     not wait: they bound the rate from both sides
/// @param failureRateInterval one-sided bounds at the run's confidence; anytime-valid when sequential
/// @param switches answers from another instance than the session's last, over all sticky sessions
/// @param switchRate switches per pair of consecutive identified answers
/// @param chanceCorrected attributable stickiness (1.2): agreement beyond the control arm's, as a share of what is
/// beyond it
/// @param moves switches by cause
/// @param accepted causes that count as failures unless the user accepts them, and that were accepted
/// @param duration how long pins last; null when no session was followed for any time
public record Stickiness(
        long sessionsJudged,
        long sessionsMoved,
        long sessionsFailed,
        long sessionsUnresolved,
        @Nullable Double failureRate,
        @Nullable Interval failureRateInterval,
        int requestsPerSession,
        long switches,
        @Nullable Double switchRate,
        @Nullable Double chanceCorrected,
        Map<MoveCause, Long> moves,
        Set<MoveCause> accepted,
        Episodes episodes,
        Attribution attribution,
        @Nullable PinDuration duration) {
    /// Without what goes beyond the counts.
    public Stickiness(
            long sessionsJudged,
            long sessionsMoved,
            long sessionsFailed,
            long sessionsUnresolved,
            @Nullable Double failureRate,
            @Nullable Interval failureRateInterval,
            int requestsPerSession,
            long switches,
            @Nullable Double switchRate,
            @Nullable Double chanceCorrected,
            Map<MoveCause, Long> moves) {
        this(
                sessionsJudged,
                sessionsMoved,
                sessionsFailed,
                sessionsUnresolved,
                failureRate,
                failureRateInterval,
                requestsPerSession,
                switches,
                switchRate,
                chanceCorrected,
                moves,
                Set.of(),
                Episodes.NONE,
                Attribution.NONE,
                null);
    }

    public Stickiness {
        moves = Map.copyOf(moves);
        accepted = Set.copyOf(accepted);
    }

    /// Whether sessions that moved for this cause count as failed.
    public boolean counts(MoveCause cause) {
        return cause.failure() && !accepted.contains(cause);
    }
}
