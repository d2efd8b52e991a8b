package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedSampleTest {
    /// STATISTICS 2.
    @Test
    void passesFromItsBoundaryOn() {
        assertThat(LongStream.rangeClosed(0, 10).map(x -> FixedSample.passAt(x, 0.05, 0.05)))
                .containsExactly(59L, 93L, 124L, 153L, 181L, 208L, 234L, 260L, 286L, 311L, 336L);
    }

    /// STATISTICS 2: x = 1 never fails.
    @Test
    void failsUpToItsBoundary() {
        assertThat(LongStream.rangeClosed(0, 10).map(x -> FixedSample.failAt(x, 0.05, 0.05)))
                .containsExactly(0L, 0L, 7L, 16L, 28L, 40L, 53L, 67L, 81L, 95L, 110L);
    }

    /// STATISTICS 2, rule of three.
    @ParameterizedTest
    @CsvSource({"0.01, 299", "0.02, 149", "0.05, 59", "0.10, 29", "0.20, 14"})
    void passesWithoutFailures(double limit, long n) {
        assertThat(FixedSample.passAt(0, limit, 0.05)).isEqualTo(n);
    }

    /// STATISTICS 3.2: sessions for 80, 90 and 95 % correct decisions.
    @ParameterizedTest
    @CsvSource({
        "0, 59, 59, 59",
        "0.001, 59, 59, 93",
        "0.01, 124, 181, 208",
        "0.02, 286, 361, 434",
        "0.03, 694, 900, 1103",
        "0.04, 2869, 3871, 4823",
        "0.065, 1582, 2155, 2714",
        "0.08, 456, 627, 771",
        "0.10, 191, 256, 321",
        "0.20, 33, 45, 57",
        "0.67, 4, 5, 5"
    })
    void takesSoManySessions(double rate, long n80, long n90, long n95) {
        assertThat(FixedSample.sessions(rate, 0.05, 0.05, 0.80, 10_000)).isEqualTo(n80);
        assertThat(FixedSample.sessions(rate, 0.05, 0.05, 0.90, 10_000)).isEqualTo(n90);
        assertThat(FixedSample.sessions(rate, 0.05, 0.05, 0.95, 10_000)).isEqualTo(n95);
    }

    @Test
    void neverDecidesAtTheLimitItself() {
        assertThat(FixedSample.sessions(0.05, 0.05, 0.05, 0.8, 2000)).isEqualTo(2000);
    }
}
