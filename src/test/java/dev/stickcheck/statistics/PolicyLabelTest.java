package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.statistics.PolicyLabel.Policy;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The accuracies are those of STATISTICS 4.5, in 150 seeded sequences of 200 assignments; bounds leave
/// 3 standard errors.
class PolicyLabelTest {
    private static final int RUNS = 150;
    private static final int LENGTH = 200;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 64})
    void knowsRoundRobin(int k) {
        PolicyLabel label = label(IntStream.range(0, LENGTH).map(i -> 7 + i % k).toArray());
        assertThat(label.policy()).isEqualTo(Policy.ROUND_ROBIN);
        assertThat(label.period()).hasSize(k).containsOnly(1);
        assertThat(label.runs().runs()).isEqualTo(LENGTH);
    }

    /// nginx's smooth order of 5, 1, 1, and a blocked 7, 2, 1.
    @Test
    void knowsWeightedRoundRobinAndItsWeights() {
        PolicyLabel smooth = label(repeat(0, 0, 1, 0, 2, 0, 0));
        assertThat(smooth.policy()).isEqualTo(Policy.WEIGHTED_ROUND_ROBIN);
        assertThat(smooth.period()).containsExactly(5, 1, 1);
        PolicyLabel blocked = label(repeat(4, 4, 4, 4, 4, 4, 4, 9, 9, 1));
        assertThat(blocked.policy()).isEqualTo(Policy.WEIGHTED_ROUND_ROBIN);
        assertThat(blocked.period()).containsExactly(7, 2, 1);
    }

    @Test
    void aStrayAnswerDoesNotHideRoundRobin() {
        int[] sequence = repeat(0, 1, 2);
        sequence[50] = 2;
        sequence[120] = 2;
        assertThat(label(sequence).policy()).isEqualTo(Policy.ROUND_ROBIN);
        assertThat(label(sequence).period()).containsExactly(1, 1, 1);
    }

    @Test
    void knowsOneInstance() {
        assertThat(label(repeat(3)).policy()).isEqualTo(Policy.SINGLE);
    }

    @Test
    void saysNothingOfShortSequences() {
        assertThat(PolicyLabel.of(new int[59], new SplittableRandom(1)).policy())
                .isEqualTo(Policy.TOO_SHORT);
        assertThat(PolicyLabel.of(new int[0], new SplittableRandom(1)).policy()).isEqualTo(Policy.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void randomIsRandomLike(int k) {
        assertThat(share(Policy.RANDOM_LIKE, random -> random.ints(LENGTH, 0, k).toArray()))
                .isGreaterThan(0.94);
    }

    /// Every lag matches in 96 %; still no period.
    @Test
    void lopsidedRandomIsNoRoundRobin() {
        double found = share(
                Policy.WEIGHTED_ROUND_ROBIN,
                random -> random.doubles(LENGTH).mapToInt(u -> u < 0.98 ? 0 : 1).toArray());
        assertThat(found).isLessThan(0.02);
    }

    /// Each request goes to one of two replicas, each of which goes round by itself.
    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void twoReplicasAreOrderDependent(int k) {
        double found = share(Policy.ORDER_DEPENDENT, random -> {
            int[] next = {random.nextInt(k), random.nextInt(k)};
            return IntStream.range(0, LENGTH)
                    .map(i -> next[random.nextInt(2)]++ % k)
                    .toArray();
        });
        assertThat(found).isGreaterThan(0.92);
    }

    @Test
    void roundRobinBehindOtherTrafficIsRandomLike() {
        assertThat(share(Policy.ORDER_DEPENDENT, random -> behindTraffic(random, 3, 0.5)))
                .isGreaterThan(0.95);
        assertThat(share(Policy.RANDOM_LIKE, random -> behindTraffic(random, 3, 2)))
                .isGreaterThan(0.9);
        assertThat(share(Policy.RANDOM_LIKE, random -> behindTraffic(random, 5, 10)))
                .isGreaterThan(0.9);
    }

    /// Ten of each of four in random order, then again: no period, hardly an order, but never uneven.
    @Test
    void shuffledBatchesAreMoreEvenThanChance() {
        double labelled = share(Policy.MORE_EVEN_THAN_RANDOM, random -> {
            int[] sequence = new int[LENGTH];
            for (int i = 0; i < LENGTH; i += 40) {
                int[] batch = IntStream.range(0, 40).map(j -> j % 4).toArray();
                for (int j = 39; j > 0; j--) {
                    int swap = random.nextInt(j + 1);
                    int held = batch[j];
                    batch[j] = batch[swap];
                    batch[swap] = held;
                }
                System.arraycopy(batch, 0, sequence, i, 40);
            }
            return sequence;
        });
        assertThat(labelled).isGreaterThan(0.85);
    }

    @Test
    void aLongSequenceOfManyInstancesIsAnsweredInBoundedTime() {
        int[] sequence = IntStream.range(0, 1_000_000).toArray();
        assertThat(PolicyLabel.of(sequence, new SplittableRandom(1)).period()).isEmpty();
    }

    /// Other clients' requests in between: a Poisson number with this mean.
    private static int[] behindTraffic(SplittableRandom random, int k, double mean) {
        int at = 0;
        int[] sequence = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            for (double left = Math.exp(-mean), u = random.nextDouble(), p = left, j = 1; u > p; j++) {
                at++;
                left *= mean / j;
                p += left;
            }
            sequence[i] = at++ % k;
        }
        return sequence;
    }

    private static double share(Policy policy, Function<SplittableRandom, int[]> sequences) {
        SplittableRandom random = new SplittableRandom(10);
        int found = 0;
        for (int i = 0; i < RUNS; i++) {
            found += PolicyLabel.of(sequences.apply(random), random).policy() == policy ? 1 : 0;
        }
        return (double) found / RUNS;
    }

    private static PolicyLabel label(int[] sequence) {
        return PolicyLabel.of(sequence, new SplittableRandom(1));
    }

    private static int[] repeat(int... period) {
        return IntStream.range(0, LENGTH).map(i -> period[i % period.length]).toArray();
    }
}
