package dev.stickcheck.lab;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a lab is to be: its words understood, nothing started yet.
///
/// @param table the instances as they stand at the start
/// @param policy the balancer's first decision is made by this one
/// @param retries whether a request that an instance did not answer is given to another one
/// @param redirect what the instances do with the sessions of others; null: they answer them
/// @param defect what is wrong with every cookie; null: nothing
/// @param planned what happens to the instances, and when
/// @param latency how long an instance takes to answer
/// @param seed of everything that is drawn
record Blueprint(
        PolicyName name,
        Table table,
        Policy policy,
        boolean retries,
        @Nullable SessionRedirect redirect,
        @Nullable CookieDefect defect,
        List<PlannedFault> planned,
        Duration latency,
        long seed) {
    private static final int MOST_INSTANCES = 100;
    private static final int GREATEST_WEIGHT = 1000;
    private static final Duration LONGEST_LATENCY = Duration.ofHours(1);

    Blueprint {
        planned = List.copyOf(planned);
    }

    /// Understands a spec.
    ///
    /// @throws LabProblem when a word or a value of it is not known
    static Blueprint of(LabSpec spec, long defaultSeed) {
        PolicyName name = PolicyName.named(spec.policy());
        Parameters parameters = new Parameters(spec.parameters(), name);
        Table table = Table.ofWeights(weights(parameters));
        long seed = parameters.seed("seed", defaultSeed);
        PolicyMaker maker = new PolicyMaker(name, parameters, table, seed);
        return new Blueprint(
                name,
                table,
                maker.policy(),
                maker.retries(),
                name == PolicyName.REDIRECT ? maker.redirect() : null,
                maker.defect(),
                PlannedFault.all(parameters, table),
                parameters.duration("latency", Duration.ZERO, Duration.ZERO, LONGEST_LATENCY),
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
