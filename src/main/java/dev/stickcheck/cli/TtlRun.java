package dev.stickcheck.cli;

import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.Plan;
import dev.stickcheck.probe.SingleVisits;
import dev.stickcheck.probe.SingleVisits.Visited;
import dev.stickcheck.probe.Transport;
import dev.stickcheck.probe.Transports;
import dev.stickcheck.statistics.TtlSearch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// `--ttl-search`: lets sessions idle as the search wants it, no faster than the plan's rate.
final class TtlRun implements AutoCloseable {
    private final TtlSearch search;
    private final Transport transport;
    private final SingleVisits visits;
    private final Duration between;

    TtlRun(Plan plan, Duration bound, RandomGenerator random, InstantSource time) {
        search = new TtlSearch(bound, random);
        transport = Transports.of(plan);
        visits = new SingleVisits(plan, transport, time, PublicSuffixes.maintained());
        between = Duration.ofNanos((long) (1e9 / plan.schedule().rate()));
    }

    /// From any thread.
    void interrupt() {
        visits.interrupt();
    }

    PinLifetime run() {
        Duration slot = Duration.ZERO;
        while (!visits.interrupted()) {
            switch (search.next()) {
                case TtlSearch.Step.Done(PinLifetime found) -> {
                    return found;
                }
                case TtlSearch.Step.Touch(int session, Duration at) -> {
                    visits.await(at.compareTo(slot) > 0 ? at : slot);
                    if (!visits.interrupted()) {
                        slot = visits.now().plus(between);
                        Visited visited = visits.send(session);
                        search.answered(session, visited.instance(), visited.sentAt(), visited.answeredAt());
                    }
                }
            }
        }
        return search.unfinished();
    }

    @Override
    public void close() {
        transport.close();
    }
}
