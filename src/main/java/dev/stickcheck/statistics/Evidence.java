package dev.stickcheck.statistics;

import dev.stickcheck.model.Observation;
import java.util.random.RandomGenerator;

/// Observations in any order and any number of parts, for the same findings as all of them at once.
///
/// Each part takes its observations in one pass and keeps them as columns; parts are merged by appending. Only
/// when findings are asked for are all put into one order and counted, so that what depends on order (which
/// session came first, whether an instance was gone when a session moved) does not depend on how they were
/// split. Parts of several machines, each of which numbered its own sessions, are one measurement too
/// ([LaunchOrder]). Ten million fit into 1 GB with all that is counted of them. Not thread safe.
public final class Evidence {
    private final Measured measured;
    private final ObservationColumns columns = new ObservationColumns();

    public Evidence(Measured measured) {
        this.measured = measured;
    }

    /// One more request, in any order.
    public void observe(Observation observation) {
        columns.add(observation);
    }

    /// Takes over what another part holds, which stays as it is.
    public Evidence merge(Evidence other) {
        columns.append(other.columns);
        return this;
    }

    public int size() {
        return columns.size();
    }

    /// What it all says. The random source serves Monte Carlo p-values.
    public Findings findings(RandomGenerator random) {
        return tally().findings(random);
    }

    private Tally tally() {
        Tally tally = new Tally(measured);
        LaunchOrder launches = LaunchOrder.of(columns);
        for (int place : CanonicalOrder.of(columns)) {
            tally.observe(columns.get(place, launches.of(place)));
        }
        return tally;
    }
}
