package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedOutcomesTest {
    /// Against the plain way: sort all groups of equal values, add up from either end.
    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64, 65, 66})
    void findsTheQuantilesThatSortingFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(1, 20_000);
        int distinct = random.nextInt(1, 9_000);
        WeightedOutcomes outcomes = new WeightedOutcomes(size, 0, distinct);
        TreeMap<Double, Double> groups = new TreeMap<>();
        double total = 0;
        for (int i = 0; i < size; i++) {
            double value = random.nextInt(distinct);
            double mass = random.nextDouble();
            outcomes.add(value, mass);
            groups.merge(value, mass, Double::sum);
            total += mass;
        }
        for (double alpha : new double[] {0.001, 0.05, 0.2}) {
            assertThat(outcomes.largestWithin(alpha))
                    .as("seed %d, alpha %s", seed, alpha)
                    .isEqualTo(last(groups, alpha * total, Double.NEGATIVE_INFINITY));
            assertThat(outcomes.smallestWithin(alpha))
                    .as("seed %d, alpha %s", seed, alpha)
                    .isEqualTo(last(new TreeMap<>(groups.descendingMap()), alpha * total, Double.POSITIVE_INFINITY));
        }
    }

    @Test
    void takesValuesApartByRoundingAsOne() {
        WeightedOutcomes outcomes = new WeightedOutcomes(4, 0, 10);
        outcomes.add(1.0, 0.03);
        outcomes.add(1.0 + 2e-16, 0.03);
        outcomes.add(0.5, 0.02);
        outcomes.add(9, 0.92);
        assertThat(outcomes.largestWithin(0.05)).isEqualTo(0.5);
        assertThat(outcomes.largestWithin(0.07)).isEqualTo(0.5);
        assertThat(outcomes.largestWithin(0.09)).isCloseTo(1.0, within(1e-12));
        assertThat(outcomes.largestWithin(0.01)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(outcomes.smallestWithin(0.05)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static double last(TreeMap<Double, Double> groups, double tail, double none) {
        double answer = none;
        double cumulated = 0;
        for (var group : groups.entrySet()) {
            cumulated += group.getValue();
            if (cumulated > tail) {
                break;
            }
            answer = group.getKey();
        }
        return answer;
    }
}
