package dev.stickcheck.statistics;

import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.Question;
import dev.stickcheck.model.Question.Improvement;
import org.jspecify.annotations.Nullable;

/// Says what an answer costs before anything is sent (STATISTICS 7).
public final class Planner {
    /// A question that takes more is answered with "more than these".
    public static final int MOST_SESSIONS = 100_000;
    /// Of the sequential test and of the fixed number (STATISTICS 3.2).
    static final double SESSION_POWER = 0.95;
    /// The part of the limit that a sound balancer is expected to fail with (STATISTICS 7).
    static final double SOUND = 0.2;
    /// Of comparisons (STATISTICS 5.4).
    static final double LATENCY_POWER = 0.90;
    private static final double SEE_ALL = 0.99;
    private static final int CELLS = 8;
    private static final int FEWEST_BLOCKS = 10;
    private static final int MOST_BLOCKS = 20;
    private static final int BLOCK = 100;

    private final Question question;
    private final double limit;
    private final double alpha;

    private Planner(Question question) {
        this.question = question;
        this.limit = question.thresholds().maxStickinessFailures();
        this.alpha = question.thresholds().alpha();
    }

    /// What an answer to the question costs.
    public static Price price(Question question) {
        return new Planner(question).price();
    }

    private Price price() {
        Price.Sessions sessions = sessions();
        long seeAll =
                question.shares().length < 2 ? 1 : UnseenInstances.assignmentsToSeeAll(question.shares(), SEE_ALL);
        long assignments = question.shares().length < 2 ? 0 : Math.max(seeAll, even());
        long mechanism = question.mechanism() ? mechanism(question.shares().length) : 0;
        Price.Latency latency = question.improvement() == null ? null : latency(question.improvement());
        Long requests = sessions.atPower() == null
                ? null
                : sessions.atPower() * question.requestsPerSession()
                        + assignments
                        + mechanism
                        + (latency == null ? 0 : 2 * latency.perArm());
        Pacing pacing = new Pacing(question);
        Double seconds =
                requests == null || sessions.atPower() == null ? null : pacing.seconds(requests, sessions.atPower());
        Affordable affordable = new Affordable(question, test());
        return new Price(
                sessions,
                assignments,
                seeAll,
                mechanism,
                latency,
                requests,
                seconds,
                question.budget() == null ? null : affordable.within(pacing.requests(question.budget())));
    }

    private SequentialTest test() {
        return new SequentialTest(limit, alpha, Tally.FEWEST_SESSIONS);
    }

    private Price.Sessions sessions() {
        double power = question.power() == null ? SESSION_POWER : question.power();
        StoppingTime sequential = StoppingTime.from(test(), 0, 0, question.trueRate(), MOST_SESSIONS);
        boolean ends = sequential.stopsWith(1 - 1e-6);
        return new Price.Sessions(
                ends ? sequential.operating().expected() : null,
                within(sequential, SESSION_POWER),
                within(sequential, power),
                power,
                fixed(question.trueRate(), limit, alpha, power));
    }

    private static @Nullable Long within(StoppingTime time, double probability) {
        return time.stopsWith(probability) ? (long) time.within(probability) : null;
    }

    /// Looked for among more and more sessions, for most questions take few; null beyond the most. A quarter more is
    /// looked at, for a number is enough only when no tooth of the saw behind it falls short.
    static @Nullable Long fixed(double trueRate, double limit, double alpha, double power) {
        for (long most = 1_000; most <= MOST_SESSIONS; most *= 10) {
            long sessions = FixedSample.sessions(trueRate, limit, alpha, power, most + most / 4);
            if (sessions <= most) {
                return sessions;
            }
        }
        return null;
    }

    private long even() {
        double[] shares = question.shares();
        Double power = question.power();
        return power != null && question.thresholds().evenness() == EvennessMeasure.VARIATION
                ? BalancedPower.units(shares, question.thresholds().maxImbalance(), alpha, power)
                : AssignmentPlan.assignments(shares, question.thresholds());
    }

    /// 8 cells of 20 pairs for two instances, 12 for more, with (k−1)/2 decoys between the two of a pair (STATISTICS
    /// 1.4, 7).
    static long mechanism(int instances) {
        int pairs = CELLS * (instances <= 2 ? 20 : 12);
        return Math.ceilDiv(pairs * (4L + instances - 1), 2L);
    }

    private Price.Latency latency(Improvement wanted) {
        double power = question.power() == null ? LATENCY_POWER : question.power();
        LatencyPlan.Noise noise = new LatencyPlan.Noise(wanted.sd(), wanted.deff(), alpha);
        long p50 = LatencyPlan.toShow(0.50, wanted.expected(), wanted.beyond(), noise, power);
        long p95 = LatencyPlan.toShow(0.95, wanted.expected(), wanted.beyond(), noise, power);
        long p99 = LatencyPlan.toShow(0.99, wanted.expected(), wanted.beyond(), noise, power);
        long perArm = Math.max(FEWEST_BLOCKS * BLOCK, Math.max(p50, p95));
        return new Price.Latency(p50, p95, p99, perArm, Math.clamp(perArm / BLOCK, FEWEST_BLOCKS, MOST_BLOCKS), power);
    }
}
