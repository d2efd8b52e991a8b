package dev.stickcheck.probe;

import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Plan;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What a whole run of the probe told, and how it ended.
record ProbeRun(List<Observation> observations, Ending ending) {

    ProbeRun {
        observations = List.copyOf(observations);
    }

    /// Over the network, every session of the plan and nothing else.
    static ProbeRun of(PlanBuilder builder) {
        Plan plan = builder.plan();
        Transports.prepare(plan);
        try (Transport transport = Transports.of(plan)) {
            return of(plan, transport);
        }
    }

    static ProbeRun of(Plan plan, Transport transport) {
        return of(plan, transport, () -> new Demand.More(plan.schedule().maxSessions(), 0));
    }

    static ProbeRun of(Plan plan, Transport transport, Supplier<Demand> demand) {
        List<Observation> observed = new ArrayList<>();
        Ending ending = probe(plan, transport).run(observed::add, demand);
        return new ProbeRun(observed, ending);
    }

    static Probe probe(Plan plan, Transport transport) {
        return new Probe(
                plan,
                transport,
                InstantSource.system(),
                PublicSuffixes.maintained(),
                new SplittableRandom(plan.seed()));
    }

    /// The only observation.
    Observation single() {
        if (observations.size() != 1) {
            throw new AssertionError("one observation was expected, there are " + observations.size());
        }
        return observations.getFirst();
    }

    List<ErrorKind> errors() {
        return observations.stream()
                .map(Observation::error)
                .filter(Objects::nonNull)
                .toList();
    }

    List<String> instances() {
        return observations.stream().map(o -> String.valueOf(o.instance())).toList();
    }

    /// Labels of connections, in order of the answers.
    List<String> connections() {
        return observations.stream().map(o -> String.valueOf(o.connection())).toList();
    }

    Map<String, List<Observation>> bySession() {
        return observations.stream().collect(Collectors.groupingBy(Observation::session));
    }

    /// The observations of a session that was launched as the number so, in order of their sequence.
    List<Observation> session(long launch) {
        return observations.stream().filter(o -> o.launch() == launch).toList();
    }
}
