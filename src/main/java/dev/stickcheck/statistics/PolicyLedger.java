package dev.stickcheck.statistics;

import dev.stickcheck.model.BalancingPolicy;
import dev.stickcheck.model.Observation;
import dev.stickcheck.statistics.PolicyLabel.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Remembers in which order instances were assigned, and says what that looks like (STATISTICS 4.5).
///
/// Two sequences are kept: first requests, which every balancer assigns afresh, and all requests that sent no cookie.
/// Where nothing keeps a session the balancer assigns those too, and its turns show only among all of them.
final class PolicyLedger {
    /// As many as [PolicyLabel] looks at.
    private static final int MOST = 2000;

    private final List<Assignment> first = new ArrayList<>();
    private final List<Assignment> cookieless = new ArrayList<>();
    private @Nullable String source;
    private boolean severalSources;

    private record Assignment(Instant sent, int instance) {}

    /// An answer of instance number `instance`.
    void observe(Observation observation, int instance, boolean assignment) {
        String address = observation.sourceAddress();
        severalSources |= source != null && address != null && !source.equals(address);
        source = source == null ? address : source;
        Assignment made = new Assignment(observation.time(), instance);
        if (assignment && first.size() < MOST) {
            first.add(made);
        }
        if (cookieless.size() < MOST && observation.cookies().sent().isEmpty()) {
            cookieless.add(made);
        }
    }

    /// Null where the order of one sender is not known.
    @Nullable
    BalancingPolicy policy(RandomGenerator random) {
        if (severalSources || first.isEmpty()) {
            return null;
        }
        int[] assigned = inOrder(first);
        PolicyLabel label = PolicyLabel.of(assigned, random);
        int length = assigned.length;
        // Two requests under way at once may pass each other, most of all while a run is young: turns of the later half
        // are turns. Where nothing keeps sessions, they show among all requests.
        for (int[] sequence : List.of(laterHalf(assigned), inOrder(cookieless), laterHalf(inOrder(cookieless)))) {
            if (!turns(label) && sequence.length >= PolicyLabel.FEWEST) {
                PolicyLabel other = PolicyLabel.of(sequence, random);
                label = turns(other) ? other : label;
                length = turns(other) ? sequence.length : length;
            }
        }
        return new BalancingPolicy(
                label.policy().label(),
                words(label),
                length,
                label.period(),
                label.runs().z());
    }

    private static boolean turns(PolicyLabel label) {
        return label.policy() == Policy.ROUND_ROBIN || label.policy() == Policy.WEIGHTED_ROUND_ROBIN;
    }

    private static int[] laterHalf(int[] sequence) {
        return Arrays.copyOfRange(sequence, sequence.length / 2, sequence.length);
    }

    private static int[] inOrder(List<Assignment> made) {
        return made.stream()
                .sorted(Comparator.comparing(Assignment::sent))
                .mapToInt(Assignment::instance)
                .toArray();
    }

    private static String words(PolicyLabel label) {
        return switch (label.policy()) {
            case TOO_SHORT -> "fewer than " + PolicyLabel.FEWEST + " assignments do not show how instances are chosen";
            case SINGLE -> "one instance only: pinned by something that was not varied, or there is no other";
            case ROUND_ROBIN -> "each of " + label.period().size() + " instances in turn";
            case WEIGHTED_ROUND_ROBIN ->
                "in turn by weight, "
                        + String.join(
                                " : ",
                                label.period().stream().map(String::valueOf).toList());
            case ORDER_DEPENDENT ->
                "a choice depends on the one before: round robin disturbed by other traffic, several balancer replicas"
                        + " or least connections, which a sequence alone cannot tell apart";
            case MORE_EVEN_THAN_RANDOM ->
                "more even than random choice makes it, in no order that shows: round robin behind other traffic, or"
                        + " a balancer that counts";
            case RANDOM_LIKE ->
                "random, a hash of a varying key, or round robin behind other traffic: no sequence tells these apart,"
                        + " and least connections shows only when an instance is slow";
        };
    }
}
