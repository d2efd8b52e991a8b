package dev.stickcheck.lab;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a lab is to be: its words understood, nothing started yet.
///
/// @param balancing who decides which instance answers
/// @param table the instances as they stand at the start
/// @param redirect what the instances do with the sessions of others; null: they answer them
/// @param defect what is wrong with every cookie; null: nothing
/// @param planned what happens to the instances, and when
/// @param latency how long an instance takes to answer
/// @param work what the instances do besides telling their health
/// @param seed of everything that is drawn
record Blueprint(
        Balancing balancing,
        Table table,
        @Nullable SessionRedirect redirect,
        @Nullable CookieDefect defect,
        List<PlannedFault> planned,
        Duration latency,
        Work work,
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
        Optional<RealPolicy> real = RealPolicy.named(spec.policy());
        return real.isPresent() ? of(real.get(), spec, defaultSeed) : embedded(spec, defaultSeed);
    }

    private static Blueprint of(RealPolicy policy, LabSpec spec, long defaultSeed) {
        Parameters parameters = new Parameters(spec.parameters(), policy);
        Table table = Table.ofWeights(weights(parameters));
        policy.check(table);
        return new Blueprint(
                new Balancing.Real(policy),
                table,
                null,
                null,
                PlannedFault.all(parameters, table),
                latency(parameters),
                Work.of(parameters),
                parameters.seed("seed", defaultSeed));
    }

    private static Blueprint embedded(LabSpec spec, long defaultSeed) {
        PolicyName name = PolicyName.named(spec.policy());
        Parameters parameters = new Parameters(spec.parameters(), name);
        Table table = Table.ofWeights(weights(parameters));
        long seed = parameters.seed("seed", defaultSeed);
        PolicyMaker maker = new PolicyMaker(name, parameters, table, seed);
        return new Blueprint(
                new Balancing.Embedded(name, maker.policy(), maker.retries()),
                table,
                name == PolicyName.REDIRECT ? maker.redirect() : null,
                maker.defect(),
                PlannedFault.all(parameters, table),
                latency(parameters),
                Work.of(parameters),
                seed);
    }

    private static Duration latency(Parameters parameters) {
        return parameters.duration("latency", Duration.ZERO, Duration.ZERO, LONGEST_LATENCY);
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
