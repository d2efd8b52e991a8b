package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Thresholds;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentPlanTest {
    /// STATISTICS 4.1.
    @ParameterizedTest
    @CsvSource({"2, 260", "3, 310", "5, 380", "10, 465", "20, 640", "50, 930"})
    void followsTheTable(int instances, long assignments) {
        assertThat(AssignmentPlan.assignments(instances)).isEqualTo(assignments);
    }

    @Test
    void growsWithTheNumberOfInstances() {
        long last = 0;
        for (int k = 2; k <= 300; k++) {
            assertThat(AssignmentPlan.assignments(k)).as("k = %d", k).isGreaterThanOrEqualTo(last);
            last = AssignmentPlan.assignments(k);
        }
    }

    /// A sound random balancer is to pass with 99.8 %. 20,000 seeded loads have a standard error of 0.03 %; the
    /// table itself is rounded and at k = 10 gives 99.73 %: none measures below 99.65 %, and none ever fails.
    @ParameterizedTest
    @CsvSource({
        "1 1, 0.30, 0.05",
        "1 1 1, 0.30, 0.05",
        "1 1 1 1, 0.30, 0.05",
        "1 1 1 1 1 1 1 1 1 1, 0.30, 0.05",
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1, 0.30, 0.05",
        "1 1, 0.10, 0.05",
        "1 1 1, 0.10, 0.05",
        "1 1 1, 0.60, 0.05",
        "1 1 1 1 1 1 1 1 1 1, 0.15, 0.05",
        "1 1 1 1 1 1 1 1 1 1, 0.80, 0.05",
        "1 1 1, 0.30, 0.01",
        "1 1 1 1 1 1 1 1 1 1, 0.30, 0.01",
        "7 2 1, 0.30, 0.05",
        "7 2 1, 0.10, 0.05",
        "7 2 1, 0.60, 0.05",
        "99 1, 0.30, 0.05",
        "49 49 2, 0.30, 0.05",
        "10 1 1 1, 0.30, 0.05",
        "5 4 3 2 1 1 1 1 1 1, 0.30, 0.05",
        "100 1 1 1 1, 0.30, 0.05"
    })
    void isEnoughForASoundBalancer(String weights, double limit, double alpha) {
        double[] shares = Shares.normalised(Arrays.stream(weights.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        long n = AssignmentPlan.assignments(shares, limit, alpha);
        CriticalValues critical = EvennessGate.criticalValues(shares, n, limit, alpha);
        MultinomialSampler sound = new MultinomialSampler(shares);
        double[] squareWeights = Shares.squareWeights(shares);
        SplittableRandom random = new SplittableRandom(9);
        long[] counts = new long[shares.length];
        int runs = 20_000;
        int passed = 0;
        for (int i = 0; i < runs; i++) {
            sound.sample(random, n, counts);
            double squares = Shares.weightedSquares(counts, squareWeights);
            Decision decision = critical.decide(Shares.effectSize(squares, shares.length, (double) n));
            assertThat(decision).isNotEqualTo(Decision.FAIL);
            passed += decision == Decision.PASS ? 1 : 0;
        }
        assertThat((double) passed / runs).as("with %d assignments", n).isGreaterThan(0.9965);
    }

    /// STATISTICS 4.1's numbers are enough with the part of alpha by which a probe judges assignments: exact for two
    /// and three instances.
    @ParameterizedTest
    @CsvSource({"2, 0.9976", "3, 0.9980", "5, 0.9976", "10, 0.9956", "20, 0.9976", "50, 0.9976"})
    void isEnoughWithWhatRequestsLeaveOfAlpha(int instances, double probability) {
        double alpha = EvennessDecision.alphaOf(Thresholds.DEFAULT, true);
        double[] shares = Shares.equal(instances);

        assertThat(alpha).isCloseTo(0.04, within(1e-12));
        assertThat(BalancedPower.passes(shares, AssignmentPlan.assignments(instances), 0.30, alpha))
                .isGreaterThan(probability);
    }

    /// No more than is useful: half of the assignments leave a sound balancer undecided in more than 3 %.
    @Test
    void isNotWasteful() {
        CriticalValues critical = EvennessGate.criticalValues(Shares.equal(3), 155, 0.30, 0.05);
        MultinomialSampler sound = new MultinomialSampler(Shares.equal(3));
        SplittableRandom random = new SplittableRandom(9);
        long[] counts = new long[3];
        int undecided = 0;
        for (int i = 0; i < 2000; i++) {
            sound.sample(random, 155, counts);
            double squares = Shares.weightedSquares(counts, new double[] {1, 1, 1});
            undecided += critical.decide(Shares.effectSize(squares, 3, 155)) == Decision.UNDECIDED ? 1 : 0;
        }
        assertThat(undecided).isGreaterThan(60);
    }

    /// STATISTICS 1.3.
    @ParameterizedTest
    @CsvSource({"2, 7", "3, 12", "4, 17", "5, 21", "10, 44", "20, 90", "50, 228"})
    void anInstanceIsMissingAfterSoMany(int equals, long assignments) {
        assertThat(AssignmentPlan.assignmentsToMiss(1.0 / equals)).isEqualTo(assignments);
    }

    @Test
    void edges() {
        assertThat(AssignmentPlan.assignmentsToMiss(0.9)).isEqualTo(2);
        assertThat(AssignmentPlan.assignmentsToMiss(1)).isEqualTo(1);
        assertThat(AssignmentPlan.assignments(Shares.equal(2), 1.0, 0.05)).isEqualTo(7);
        assertThatThrownBy(() -> AssignmentPlan.assignmentsToMiss(0)).hasMessageContaining("share");
        assertThatThrownBy(() -> AssignmentPlan.assignments(1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> AssignmentPlan.assignments(Shares.equal(2), 0, 0.05))
                .hasMessageContaining("limit");
    }
}
