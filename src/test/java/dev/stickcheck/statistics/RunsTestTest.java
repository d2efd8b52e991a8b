package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTestTest {
    /// STATISTICS 4.5.
    @ParameterizedTest
    @CsvSource({
        "ABCABCABCABC, 12, 2.03100960115899",
        "AAAABBBBCCCC, 3, -4.06201920231798",
        "ACBBACABCCBA, 10, 0.67700320038633"
    })
    void comparesWithAllOrders(String sequence, int runs, double z) {
        RunsTest test = of(sequence);
        assertThat(test.runs()).isEqualTo(runs);
        assertThat(test.expected()).isCloseTo(9, within(1e-12));
        assertThat(test.variance()).isCloseTo(24 / 11.0, within(1e-12));
        assertThat(test.z()).isCloseTo(z, within(1e-12));
    }

    /// STATISTICS 4.5, verified there by enumeration.
    @Test
    void agreesWithEnumeration() {
        assertThat(of("AABBCC").expected()).isCloseTo(5, within(1e-12));
        assertThat(of("AABBCC").variance()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void oneInstanceHasOneOrder() {
        assertThat(of("AAAA")).isEqualTo(new RunsTest(1, 1, 0));
        assertThat(of("AAAA").z()).isZero();
        assertThat(of("A")).isEqualTo(new RunsTest(1, 1, 0));
        assertThat(of("")).isEqualTo(new RunsTest(0, 0, 0));
    }

    private static RunsTest of(String sequence) {
        return RunsTest.of(sequence.chars().map(c -> c - 'A').toArray(), 3);
    }
}
