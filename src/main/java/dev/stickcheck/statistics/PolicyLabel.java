package dev.stickcheck.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a sequence of fresh assignments looks like (STATISTICS 4.5).
///
/// @param policy the label
/// @param period for round robin, how often each instance comes up in a period, in the order in which they first
/// appeared; empty otherwise
/// @param runs whether the assignments change more or less often than chance
public record PolicyLabel(Policy policy, List<Integer> period, RunsTest runs) {
    /// Fewer assignments are not labelled.
    public static final int FEWEST = 60;

    /// More add cost, not insight.
    private static final int MOST = 2000;

    private static final int LONGEST_PERIOD = 64;
    private static final double MATCH = 0.95;
    private static final double RARE = 0.01;

    /// How a balancer seems to choose.
    public enum Policy {
        /// Too few assignments to say.
        TOO_SHORT("too few assignments"),
        SINGLE("pinned/single"),
        ROUND_ROBIN("round-robin"),
        WEIGHTED_ROUND_ROBIN("weighted round-robin"),
        /// Round robin disturbed by other traffic, several balancer replicas, or least connections.
        ORDER_DEPENDENT("order-dependent"),
        MORE_EVEN_THAN_RANDOM("more even than random"),
        /// Random, a hash of a varying key, or round robin behind other traffic: no sequence can tell these apart.
        RANDOM_LIKE("random-like");

        private final String label;

        Policy(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public PolicyLabel {
        period = List.copyOf(period);
    }

    /// Labels a sequence of instances, by number, in the order in which one sender was assigned them.
    public static PolicyLabel of(int[] assignments, RandomGenerator random) {
        int[] sequence = Arrays.copyOf(assignments, Math.min(assignments.length, MOST));
        int instances = renumber(sequence);
        RunsTest runs = RunsTest.of(sequence, instances);
        if (sequence.length < FEWEST) {
            return new PolicyLabel(Policy.TOO_SHORT, List.of(), runs);
        }
        if (instances == 1) {
            return new PolicyLabel(Policy.SINGLE, List.of(), runs);
        }
        List<Integer> period = period(sequence, instances);
        if (!period.isEmpty()) {
            boolean equal = period.stream().distinct().count() == 1;
            return new PolicyLabel(equal ? Policy.ROUND_ROBIN : Policy.WEIGHTED_ROUND_ROBIN, period, runs);
        }
        return new PolicyLabel(withoutPeriod(sequence, instances, random), List.of(), runs);
    }

    private static Policy withoutPeriod(int[] sequence, int instances, RandomGenerator random) {
        if (TransitionTest.pValue(sequence, instances, random) < RARE) {
            return Policy.ORDER_DEPENDENT;
        }
        long[] counts = counts(sequence, instances);
        double[] shares = Shares.equal(instances);
        double w = Shares.effectSize(
                Shares.weightedSquares(counts, Shares.squareWeights(shares)), instances, (double) sequence.length);
        double left = MultinomialTest.exactTails(counts, shares, sequence.length, w * w * sequence.length, random)
                .left();
        return left < RARE ? Policy.MORE_EVEN_THAN_RANDOM : Policy.RANDOM_LIKE;
    }

    /// The smallest lag at which the sequence repeats itself, as counts per period; empty when there is none.
    ///
    /// Beyond the match rate of 95 % two things are asked that a lopsided random choice (98 % on one instance)
    /// lacks: every instance has a turn in the period, and chance would hardly match as often.
    private static List<Integer> period(int[] sequence, int instances) {
        long[] counts = counts(sequence, instances);
        double chance = 0;
        for (long count : counts) {
            chance += (double) count * count / sequence.length / sequence.length;
        }
        int longest = Math.min(LONGEST_PERIOD, sequence.length / 3);
        for (int lag = 1; lag <= longest; lag++) {
            int matches = 0;
            for (int t = lag; t < sequence.length; t++) {
                matches += sequence[t] == sequence[t - lag] ? 1 : 0;
            }
            int pairs = sequence.length - lag;
            if (matches >= MATCH * pairs
                    && SpecialFunctions.binomialUpperTail(pairs, matches, chance) <= RARE / longest) {
                List<Integer> period = turns(sequence, instances, lag);
                if (!period.contains(0)) {
                    return period;
                }
            }
        }
        return List.of();
    }

    /// How often each instance comes up in a period, over all whole periods, so that one stray answer
    /// does not count.
    private static List<Integer> turns(int[] sequence, int instances, int lag) {
        int periods = sequence.length / lag;
        long[] counts = counts(Arrays.copyOf(sequence, periods * lag), instances);
        List<Integer> turns = new ArrayList<>(instances);
        for (long count : counts) {
            turns.add((int) Math.round((double) count / periods));
        }
        return turns;
    }

    private static long[] counts(int[] sequence, int instances) {
        long[] counts = new long[instances];
        for (int instance : sequence) {
            counts[instance]++;
        }
        return counts;
    }

    /// Replaces instance numbers by their order of appearance; returns how many there are.
    private static int renumber(int[] sequence) {
        Map<Integer, Integer> order = new HashMap<>();
        for (int i = 0; i < sequence.length; i++) {
            Integer known = order.putIfAbsent(sequence[i], order.size());
            sequence[i] = known == null ? order.size() - 1 : known;
        }
        return order.size();
    }
}
