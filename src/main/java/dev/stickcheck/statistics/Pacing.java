package dev.stickcheck.statistics;

import dev.stickcheck.model.Question;
import dev.stickcheck.model.Question.Budget;
import org.jspecify.annotations.Nullable;

/// Between requests and the time that they take (STATISTICS 7, step 5).
final class Pacing {
    private static final double NANOS = 1e9;

    private final double rate;
    private final int concurrency;
    private final int requestsPerSession;
    private final @Nullable Double sessionSeconds;

    Pacing(Question question) {
        rate = question.rate();
        concurrency = question.concurrency();
        requestsPerSession = question.requestsPerSession();
        sessionSeconds = question.latency() == null
                ? null
                : ((requestsPerSession - 1.0)
                                        * question.thinkTime()
                                                .plus(question.latency())
                                                .toNanos()
                                + question.latency().toNanos())
                        / NANOS;
    }

    /// The longer of what the rate allows and what the sessions themselves take: ⌈S/c⌉·((R−1)(g+ℓ)+ℓ). Null when
    /// neither is known.
    @Nullable
    Double seconds(long requests, long sessions) {
        Double byRate = Double.isInfinite(rate) ? null : Double.valueOf(requests / rate);
        Double bySessions = sessionSeconds == null ? null : Math.ceilDiv(sessions, concurrency) * sessionSeconds;
        if (byRate == null || bySessions == null) {
            return byRate == null ? bySessions : byRate;
        }
        return Math.max(byRate, bySessions);
    }

    /// The requests that fit into a budget.
    long requests(Budget budget) {
        return switch (budget) {
            case Budget.Requests(long requests) -> requests;
            case Budget.Time(var duration) -> {
                double seconds = duration.toNanos() / NANOS;
                double byRate = Double.isInfinite(rate) ? Double.POSITIVE_INFINITY : rate * seconds;
                double bySessions = sessionSeconds == null
                        ? Double.POSITIVE_INFINITY
                        : Math.floor(seconds / sessionSeconds) * concurrency * requestsPerSession;
                yield (long) Math.min(1e15, Math.floor(Math.min(byRate, bySessions)));
            }
        };
    }
}
