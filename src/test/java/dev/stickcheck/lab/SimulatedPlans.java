package dev.stickcheck.lab;

import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Network;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Request;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Thresholds;
import java.net.URI;
import java.util.Set;

/// The default plan of a probe, and what tests change of it.
final class SimulatedPlans {
    private SimulatedPlans() {}

    static Plan sequential(int requestsPerSession, MoveCause... accepted) {
        Schedule usual = Schedule.DEFAULT;
        return plan(
                new Schedule(
                        null,
                        usual.maxSessions(),
                        requestsPerSession,
                        usual.concurrency(),
                        usual.rate(),
                        usual.thinkTime(),
                        usual.timeout(),
                        null,
                        null,
                        true,
                        false),
                accepted);
    }

    /// More sessions at a time, and faster.
    static Plan sequential(int requestsPerSession, int concurrency, double rate) {
        Schedule usual = Schedule.DEFAULT;
        return plan(new Schedule(
                null,
                usual.maxSessions(),
                requestsPerSession,
                concurrency,
                rate,
                usual.thinkTime(),
                usual.timeout(),
                null,
                null,
                true,
                false));
    }

    /// So many sessions at once, and nothing else.
    static Plan fixed(int sessions, int requestsPerSession, double rate) {
        Schedule usual = Schedule.DEFAULT;
        return plan(new Schedule(
                sessions,
                sessions,
                requestsPerSession,
                sessions,
                rate,
                usual.thinkTime(),
                usual.timeout(),
                null,
                null,
                false,
                false));
    }

    private static Plan plan(Schedule schedule, MoveCause... accepted) {
        Thresholds usual = Thresholds.DEFAULT;
        return new Plan(
                URI.create("http://127.0.0.1/api/health"),
                Request.GET,
                InstanceSource.standard(),
                new Instances.Undeclared(),
                Expectation.STICKY,
                schedule,
                new Thresholds(
                        usual.maxStickinessFailures(),
                        usual.maxImbalance(),
                        usual.maxErrors(),
                        null,
                        usual.confidence(),
                        Set.of(accepted),
                        EvennessMeasure.VARIATION),
                Network.DEFAULT,
                42);
    }
}
