package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.statistics.Rebalance;
import dev.stickcheck.statistics.Rebalance.Hashing;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STATISTICS 1.3 on a simulated clock: a fourth instance comes while 60 sessions are under way. Who hashes is told by
/// the share that moves; the ratio of 100 to 1 is wrong in at most one run of a hundred.
class RebalanceShareTest {
    private static final int RUNS = 100;

    @ParameterizedTest
    @CsvSource({"true, CONSISTENT, MODULO", "false, MODULO, CONSISTENT"})
    void tellsConsistentHashingFromAHashModuloTheNumber(boolean consistent, Hashing right, Hashing wrong) {
        List<Hashing> seen = LongStream.range(0, RUNS)
                .mapToObj(seed -> SimulatedRun.of(
                                SimulatedPlans.fixed(60, 20, 300), Scenario.growing(2, consistent), seed)
                        .findings()
                        .rebalance())
                .filter(Objects::nonNull)
                .map(Rebalance::hashing)
                .toList();

        assertThat(seen).hasSizeGreaterThanOrEqualTo(95);
        assertThat(seen).filteredOn(right::equals).hasSizeGreaterThanOrEqualTo(90);
        assertThat(seen).filteredOn(wrong::equals).hasSizeLessThanOrEqualTo(1);
    }
}
