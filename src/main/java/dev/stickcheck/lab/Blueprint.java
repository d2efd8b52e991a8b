package dev.stickcheck.lab;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a lab is to be: its words understood, nothing started yet.
///
/// @param table the instances as they stand at the start
/// @param policy the balancer's first decision is made by this one
/// @param latency how long an instance takes to answer
/// @param seed of everything that is drawn
record Blueprint(Table table, Policy policy, Duration latency, long seed) {
    private static final int MOST_INSTANCES = 100;
    private static final int GREATEST_WEIGHT = 1000;
    private static final Duration LONGEST_LATENCY = Duration.ofHours(1);
    private static final List<String> NAMES = List.of("instances", "weights", "misroute", "latency", "seed");

    /// Understands a spec.
    ///
    /// @throws LabProblem when a word or a value of it is not known
    static Blueprint of(LabSpec spec, long defaultSeed) {
        PolicyName name = PolicyName.named(spec.policy());
        Parameters parameters = new Parameters(spec.parameters(), NAMES);
        Table table = Table.ofWeights(weights(parameters));
        long seed = parameters.seed("seed", defaultSeed);
        double misroute = parameters.share("misroute", 0);
        if (misroute > 0 && table.size() == 1) {
            throw LabProblem.usage("misroute needs another instance to send requests to: give at least instances=2");
        }
        Policy policy = name.policy(table.size(), seed);
        return new Blueprint(
                table,
                misroute > 0 ? new Misrouting(policy, misroute) : policy,
                parameters.duration("latency", Duration.ZERO, LONGEST_LATENCY),
                seed);
    }

    private static List<Integer> weights(Parameters parameters) {
        int instances = parameters.count("instances", 3, MOST_INSTANCES);
        List<Integer> equal = Collections.nCopies(instances, 1);
        List<Integer> weights = parameters.weights("weights", equal, MOST_INSTANCES, GREATEST_WEIGHT);
        if (parameters.given("instances") && weights.size() != instances) {
            throw LabProblem.usage("weights must name one weight an instance: there are " + instances
                    + " instances and " + weights.size() + " weights");
        }
        return weights;
    }

    /// The instances' names and weights, in order.
    Map<String, Double> shares() {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Peer peer : table.peers()) {
            shares.put(peer.name(), (double) peer.weight());
        }
        return shares;
    }
}
