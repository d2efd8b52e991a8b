package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnseenInstancesTest {
    /// STATISTICS 4.6, coupon collector.
    @ParameterizedTest
    @CsvSource({
        "2, 8, 6",
        "3, 15, 11",
        "4, 21, 16",
        "5, 28, 21",
        "8, 51, 38",
        "10, 66, 51",
        "16, 115, 90",
        "20, 149, 117",
        "50, 422, 341",
        "100, 916, 754"
    })
    void allAreSeenAfterSoMany(int instances, long at99, long at95) {
        assertThat(UnseenInstances.assignmentsToSeeAll(instances, 0.99)).isEqualTo(at99);
        assertThat(UnseenInstances.assignmentsToSeeAll(instances, 0.95)).isEqualTo(at95);
    }

    /// STATISTICS 4.6.
    @Test
    void smallSharesTakeLonger() {
        assertThat(UnseenInstances.assignmentsToSeeAll(new double[] {.7, .2, .1}, 0.99))
                .isEqualTo(44);
    }

    @Test
    void theBoundForSharesIsCloseToTheExactNumber() {
        for (int k = 2; k <= 40; k++) {
            long exact = UnseenInstances.assignmentsToSeeAll(k, 0.95);
            assertThat(UnseenInstances.assignmentsToSeeAll(Shares.equal(k), 0.95))
                    .as("k = %d", k)
                    .isBetween(exact, exact + exact / 50 + 1);
        }
        assertThat(UnseenInstances.assignmentsToSeeAll(1, 0.99)).isOne();
        assertThat(UnseenInstances.assignmentsToSeeAll(5000, 0.99)).isBetween(65_000L, 66_000L);
    }

    /// STATISTICS 4.6.
    @Test
    void estimatesWhatWasNotSeen() {
        assertThat(UnseenInstances.coverage(new long[] {10, 7, 4, 2, 1, 1})).isCloseTo(0.92, within(1e-15));
        assertThat(UnseenInstances.chao1(new long[] {10, 7, 4, 2, 1, 1})).isCloseTo(6.5, within(1e-15));
        assertThat(UnseenInstances.coverage(new long[] {9, 5, 1})).isCloseTo(0.9333, within(5e-5));
        assertThat(UnseenInstances.chao1(new long[] {9, 5, 1})).isCloseTo(3, within(1e-15));
        assertThat(UnseenInstances.chao1(new long[] {9, 5, 0, 1})).isCloseTo(3, within(1e-15));
    }

    /// STATISTICS 4.6.
    @ParameterizedTest
    @CsvSource({"29, 0.0981, 5e-5", "59, 0.0495, 5e-5", "299, 0.00997, 5e-6", "0, 1, 0"})
    void boundsTheUnseenLoad(long m, double bound, double tolerance) {
        assertThat(UnseenInstances.unseenMassBound(m, 0.95)).isCloseTo(bound, within(tolerance));
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> UnseenInstances.coverage(new long[] {0})).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> UnseenInstances.unseenMassBound(5, 1)).hasMessageContaining("confidence");
    }
}
