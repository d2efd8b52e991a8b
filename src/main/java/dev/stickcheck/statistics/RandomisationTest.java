package dev.stickcheck.statistics;

import dev.stickcheck.model.Attribution.Shuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Do sessions agree with themselves more than if the answers of each round had been dealt to them at random?
///
/// Under "the instance depends on the order of arrival alone, not on the session" the probe's own shuffling of every
/// round makes each dealing as likely as the one that was seen (Fisher 1935), so that
/// p = (1 + dealings that agree as well) / (1 + dealings) is exact (Phipson & Smyth 2010). Round robin in lock step is
/// no exception, as it is to agreement between sessions (STATISTICS 1.2).
final class RandomisationTest {
    /// Dealings that are tried.
    static final int PERMUTATIONS = 9_999;

    private final List<Cohort> cohorts = new ArrayList<>();
    private long sessions;
    private long rounds;

    /// @param matrices a row a session, a column a round, −1 where no instance is known
    RandomisationTest(List<int[][]> matrices) {
        for (int[][] matrix : matrices) {
            Cohort cohort = Cohort.of(matrix);
            if (cohort != null) {
                cohorts.add(cohort);
                sessions += matrix.length;
                rounds += cohort.answers.length;
            }
        }
    }

    Shuffle result(RandomGenerator random, int permutations) {
        if (cohorts.isEmpty()) {
            return new Shuffle(null, 0, 0, 0, "no two sessions met different instances in the same round");
        }
        long seen = 0;
        for (Cohort cohort : cohorts) {
            seen += cohort.agreeing();
        }
        int asGood = 0;
        for (int b = 0; b < permutations; b++) {
            long dealt = 0;
            for (Cohort cohort : cohorts) {
                cohort.deal(random);
                dealt += cohort.agreeing();
            }
            asGood += dealt >= seen ? 1 : 0;
        }
        return new Shuffle((1.0 + asGood) / (1.0 + permutations), permutations, sessions, rounds, null);
    }

    /// The known answers of a cohort by round, each beside the session that got it.
    private static final class Cohort {
        private final int[][] answers;
        private final int[][] sessions;
        private final int[] counts;
        private final int instances;

        private Cohort(int[][] answers, int[][] sessions, int size, int instances) {
            this.answers = answers;
            this.sessions = sessions;
            this.instances = instances;
            this.counts = new int[size * instances];
        }

        /// Null where dealing could change nothing: a single session, or a single instance.
        static @Nullable Cohort of(int[][] matrix) {
            int[] known = Arrays.stream(matrix)
                    .flatMapToInt(Arrays::stream)
                    .filter(answer -> answer >= 0)
                    .distinct()
                    .sorted()
                    .toArray();
            if (matrix.length < 2 || known.length < 2) {
                return null;
            }
            int rounds = matrix[0].length;
            int[][] answers = new int[rounds][];
            int[][] sessions = new int[rounds][];
            for (int round = 0; round < rounds; round++) {
                int[] answered = answered(matrix, round);
                sessions[round] = answered;
                answers[round] = new int[answered.length];
                for (int i = 0; i < answered.length; i++) {
                    answers[round][i] = Arrays.binarySearch(known, matrix[answered[i]][round]);
                }
            }
            return new Cohort(answers, sessions, matrix.length, known.length);
        }

        private static int[] answered(int[][] matrix, int round) {
            int[] sessions = new int[matrix.length];
            int size = 0;
            for (int session = 0; session < matrix.length; session++) {
                if (matrix[session][round] >= 0) {
                    sessions[size++] = session;
                }
            }
            return Arrays.copyOf(sessions, size);
        }

        /// Deals the answers of every round anew. Those of the first may stay: only who shares with whom counts.
        void deal(RandomGenerator random) {
            for (int round = 1; round < answers.length; round++) {
                int[] dealt = answers[round];
                for (int i = dealt.length - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    int kept = dealt[i];
                    dealt[i] = dealt[j];
                    dealt[j] = kept;
                }
            }
        }

        /// Pairs of answers of one session that agree: how many pairs there are never changes.
        long agreeing() {
            Arrays.fill(counts, 0);
            long pairs = 0;
            for (int round = 0; round < answers.length; round++) {
                for (int i = 0; i < answers[round].length; i++) {
                    pairs += counts[sessions[round][i] * instances + answers[round][i]]++;
                }
            }
            return pairs;
        }
    }
}
