package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Attribution.Shuffle;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STATISTICS 1.2: the randomisation test within rounds.
class RandomisationTestTest {
    private static final Duration LATENCY = Duration.ofMillis(1);

    /// Two sessions, two instances: of the two dealings of each later round one agrees, so of four rounds' eight as
    /// good as all-agreeing are two (all the same way or all the other).
    @Test
    void comesToTheShareOfDealingsThatAgreeAsWell() {
        int[][] sticky = {{0, 0, 0, 0}, {1, 1, 1, 1}};

        Shuffle result = new RandomisationTest(List.<int[][]>of(sticky)).result(new SplittableRandom(1), 9_999);

        assertThat(result.pValue()).isCloseTo(1 / 8.0, within(4 * Math.sqrt(0.125 * 0.875 / 9_999)));
        assertThat(result.sessions()).isEqualTo(2);
        assertThat(result.rounds()).isEqualTo(4);
        assertThat(result.permutations()).isEqualTo(9_999);
    }

    @Test
    void findsWhatSticksInTenSessions() {
        int[][] sticky = new int[10][10];
        for (int session = 0; session < 10; session++) {
            Arrays.fill(sticky[session], session % 3);
        }
        assertThat(new RandomisationTest(List.<int[][]>of(sticky))
                        .result(new SplittableRandom(1), 9_999)
                        .pValue())
                .as("Phipson & Smyth: never 0")
                .isEqualTo(1 / 10_000.0);
    }

    @Test
    void cannotTellWhereNobodySharesARoundOrAllMeetOneInstance() {
        assertThat(result(List.<int[][]>of(new int[][] {{0, 1, 0}})).pValue()).isNull();
        assertThat(result(List.<int[][]>of(new int[][] {{0, 0}, {0, -1}})).unknown())
                .contains("no two sessions");
    }

    @Test
    void leavesOutAnswersWithoutAnInstance() {
        int[][] gaps = {{0, -1, 0, 0}, {1, 1, -1, 1}, {0, 0, 0, -1}};

        assertThat(result(List.<int[][]>of(gaps)).pValue()).isBetween(0.01, 1.0);
    }

    /// Under round robin, whose choice depends on the order of arrival alone, p is uniform: of 400 runs 5 % ± 3.5
    /// standard errors are below 0.05, and chance agreement of consecutive requests is about 1/k (STATISTICS 1.2).
    @ParameterizedTest
    @CsvSource({"6, 3, 0.3335", "7, 3, 0.3251", "20, 4, 0.2497", "5, 2, 0.4772"})
    void isExactUnderRoundRobinInShuffledRounds(int sessions, int instances, double agreement) {
        int small = 0;
        double agreeing = 0;
        for (int run = 0; run < 400; run++) {
            int[][] matrix = roundRobin(sessions, instances, 10, new Random(run));
            small += new RandomisationTest(List.<int[][]>of(matrix))
                                    .result(new SplittableRandom(run), 199)
                                    .pValue()
                            <= 0.05
                    ? 1
                    : 0;
            agreeing += consecutive(matrix) / 400;
        }
        assertThat(small / 400.0).isLessThanOrEqualTo(0.05 + 3.5 * Math.sqrt(0.05 * 0.95 / 400));
        assertThat(agreeing).isCloseTo(agreement, within(0.01));
    }

    /// STATISTICS 0, trap 1, and 1.2: visited in a fixed order, round robin agrees completely, kappa does not see it,
    /// and neither does the test: only a probe that shuffles and a control arm do.
    @Test
    void isBlindWhereTheRoundsWereNotShuffled() {
        Story story = new Story(5);
        for (int round = 0; round < 5; round++) {
            for (int session = 0; session < 6; session++) {
                story.request("s" + session, "ABC".substring(session % 3, session % 3 + 1));
            }
        }
        var seen = story.control("ABCABCABCABC").findings().stickiness().attribution();

        assertThat(seen.agreement().within()).isEqualTo(1);
        assertThat(seen.agreement().between()).isCloseTo(1 / 5.0, within(1e-12));
        assertThat(seen.kappa().pair().value()).isEqualTo(1);
    }

    /// A cohort is told from the next by when its sessions sent their second requests.
    @Test
    void knowsTheCohortsOfAProbe() {
        RoundLedger ledger = new RoundLedger(3);
        int second = 0;
        for (int cohort = 0; cohort < 3; cohort++) {
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
            for (int sequence = 1; sequence <= 3; sequence++) {
                for (int session : order) {
                    ledger.observe(observation(cohort * 4L + session, sequence, second++), session % 2);
                }
                Collections.shuffle(order, new Random(cohort));
            }
        }
        assertThat(ledger.cohorts())
                .hasSize(3)
                .allSatisfy(cohort ->
                        assertThat(cohort).isDeepEqualTo(new int[][] {{0, 0, 0}, {1, 1, 1}, {0, 0, 0}, {1, 1, 1}}));
    }

    @Test
    void keepsABoundedNumberOfAnswers() {
        RoundLedger ledger = new RoundLedger(10);
        for (int session = 0; session < 10_000; session++) {
            ledger.observe(observation(session, 1, session), 0);
            ledger.observe(observation(session, 11, session), 0);
        }
        assertThat(ledger.cohorts().stream().mapToInt(cohort -> cohort.length).sum())
                .isEqualTo(RoundLedger.MOST_ANSWERS / 10);
    }

    private static Shuffle result(List<int[][]> cohorts) {
        return new RandomisationTest(cohorts).result(new SplittableRandom(3), 199);
    }

    private static Observation observation(long launch, int sequence, int second) {
        return new Observation(
                Instant.EPOCH.plusSeconds(second),
                "s" + launch,
                launch,
                sequence,
                Arm.STICKY,
                new Outcome.Identified("a", 200),
                LATENCY,
                LATENCY,
                null,
                null,
                CookieTrace.NONE,
                0);
    }

    private static int[][] roundRobin(int sessions, int instances, int rounds, Random random) {
        int[][] matrix = new int[sessions][rounds];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            order.add(i);
        }
        int next = random.nextInt(instances);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int session : order) {
                matrix[session][round] = next++ % instances;
            }
        }
        return matrix;
    }

    private static double consecutive(int[][] matrix) {
        int agreeing = 0;
        for (int[] session : matrix) {
            for (int i = 1; i < session.length; i++) {
                agreeing += session[i] == session[i - 1] ? 1 : 0;
            }
        }
        return (double) agreeing / matrix.length / (matrix[0].length - 1);
    }
}
