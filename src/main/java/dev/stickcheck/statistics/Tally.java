package dev.stickcheck.statistics;

import dev.stickcheck.model.Observation;
import java.util.List;
import java.util.random.RandomGenerator;

/// Takes observations one by one and keeps what every statistic needs of them. Not thread safe.
public final class Tally {
    /// Sessions that a verdict needs at least: one on two would convince nobody (STATISTICS 3.2).
    static final int FEWEST_SESSIONS = 5;

    private final Measured measured;
    private final SequentialTest test;
    private final InstanceIndex index = new InstanceIndex();
    private final TrafficLedger traffic = new TrafficLedger();
    private final LoadLedger load = new LoadLedger();
    private final LatencyLedger latency = new LatencyLedger();
    private final ConnectionLedger connections;
    private final SessionLedger sessions;
    private final SessionPrefix prefix;
    private final TimelineLedger timeline;
    private final RoundLedger rounds;
    private final PolicyLedger policy = new PolicyLedger();
    private final PinLedger pins = new PinLedger();
    private final LongRunLedger longRun = new LongRunLedger();
    private Roster roster;
    private long sinceNewInstance;

    public Tally(Measured measured) {
        this.measured = measured;
        this.test = new SequentialTest(
                measured.thresholds().maxStickinessFailures(),
                measured.thresholds().alpha(),
                FEWEST_SESSIONS);
        this.connections = new ConnectionLedger(measured.connections());
        this.sessions = new SessionLedger(
                measured.thresholds()::counts, KnownLifetime.of(measured.lifetime()), measured.requestsPerSession());
        this.prefix = new SessionPrefix(test, measured.requestsPerSession());
        this.timeline = new TimelineLedger(measured.requestsPerSession());
        this.rounds = new RoundLedger(measured.requestsPerSession());
        this.roster = Roster.of(measured.instances(), List.of());
    }

    /// One more request.
    public void observe(Observation observation) {
        traffic.observe(observation);
        connections.observe(observation);
        String id = observation.instance();
        int instance = id == null ? -1 : number(id, observation);
        latency.observe(observation, instance);
        if (instance >= 0) {
            boolean assignment = measured.isAssignment(observation);
            load.observe(observation, instance, assignment);
            policy.observe(observation, instance, assignment);
            longRun.observe(observation, instance, assignment);
            sessions.seen(observation, instance, assignment, this::plannedShare);
        }
        if (observation.arm().follows()) {
            SessionState session = sessions.observe(observation, instance, this::share);
            timeline.observe(observation, instance);
            rounds.observe(observation, instance);
            if (instance >= 0) {
                pins.observe(session, observation, instance);
            }
            prefix.update(session);
        }
        if (measured.sequential()) {
            prefix.advance(sessions.failed());
        }
    }

    private int number(String id, Observation observation) {
        int before = index.size();
        int number = index.number(id);
        if (index.size() > before) {
            roster = Roster.of(measured.instances(), index.ids());
        }
        if (measured.isAssignment(observation)) {
            sinceNewInstance = index.size() > before ? 0 : sinceNewInstance + 1;
        }
        return number;
    }

    /// The share of assignments that an instance should get; of undeclared ones at most what they did get.
    private double share(int instance) {
        double planned = plannedShare(instance);
        double seen = Math.max(load.shareUntilLast(instance), 1.0 / (load.allAssignments() + 2));
        return roster.declared() ? planned : Math.min(planned, seen);
    }

    /// As declared, or else the same for all that were seen.
    private double plannedShare(int instance) {
        int place = roster.ids().indexOf(index.id(instance));
        return Math.min(0.999, place < 0 ? 1.0 / Math.max(2, index.size()) : roster.shares()[place]);
    }

    Roster roster() {
        return roster;
    }

    Measured measured() {
        return measured;
    }

    SequentialTest test() {
        return test;
    }

    InstanceIndex index() {
        return index;
    }

    TrafficLedger traffic() {
        return traffic;
    }

    LoadLedger load() {
        return load;
    }

    LatencyLedger latency() {
        return latency;
    }

    ConnectionLedger connections() {
        return connections;
    }

    SessionLedger sessions() {
        return sessions;
    }

    SessionPrefix prefix() {
        return prefix;
    }

    TimelineLedger timeline() {
        return timeline;
    }

    RoundLedger rounds() {
        return rounds;
    }

    PolicyLedger policy() {
        return policy;
    }

    PinLedger pins() {
        return pins;
    }

    LongRunLedger longRun() {
        return longRun;
    }

    long sinceNewInstance() {
        return sinceNewInstance;
    }

    /// What it all says so far. The random source serves Monte Carlo p-values.
    public Findings findings(RandomGenerator random) {
        return findings(random, RandomisationTest.PERMUTATIONS);
    }

    /// As [#findings(RandomGenerator)], with so many permutations of the randomisation test.
    public Findings findings(RandomGenerator random, int permutations) {
        return new FindingsMaker(this, random, permutations).make();
    }

    /// Cheap figures for steering a run while it lasts.
    public Progress progress() {
        SessionPrefix.Tallied counted = prefix.counted();
        return new Progress(
                traffic.requests(),
                traffic.answers(),
                traffic.answers() - traffic.unidentified(),
                traffic.errors(),
                load.allAssignments(),
                sessions.all().size(),
                counted.judged(),
                prefix.unjudgeable(),
                counted.failed(),
                sessions.failed(),
                prefix.decision(),
                sessions.unexplained(),
                sessions.assignmentsWanted(),
                () -> new StickinessDecision(this, prefix.atEnd()).mayBeSingle(),
                index.size(),
                index.overflowed(),
                Math.max(index.size(), roster.size()),
                roster::shares,
                () -> new EffectiveUnits(this, measured.unit()).value(),
                test,
                traffic.lastStatus(),
                traffic.lastFailure());
    }
}
