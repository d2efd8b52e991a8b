package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The least favourable alternative of STATISTICS 4.4.
class HotAlternativeTest {
    /// With 7, 2, 1 the smallest is heated to 0.1 + 0.3·√(0.09) = 0.19, the others keep their proportion.
    @Test
    void heatsTheInstanceWithTheSmallestWeight() {
        double[] hot = HotAlternative.probabilities(new double[] {0.7, 0.2, 0.1}, 0.30);

        assertThat(hot[2]).isCloseTo(0.19, within(1e-12));
        assertThat(hot[0]).isCloseTo(0.63, within(1e-12));
        assertThat(hot[1]).isCloseTo(0.18, within(1e-12));
    }

    /// Equal weights: (1 + t·√(k−1))/k, and 0.474755 for three.
    @Test
    void heatsOneOfEquals() {
        assertThat(HotAlternative.probabilities(Shares.equal(3), 0.30)[0]).isCloseTo(0.474755, within(5e-7));
        assertThat(HotAlternative.probabilities(Shares.equal(10), 0.30)[0]).isCloseTo(0.19, within(1e-12));
    }

    /// Its own W is the limit.
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.6})
    void isAsUnevenAsTheLimit(double limit) {
        double[] shares = {0.5, 0.3, 0.15, 0.05};
        double[] hot = HotAlternative.probabilities(shares, limit);
        double squares = 0;
        for (int i = 0; i < shares.length; i++) {
            squares += (hot[i] - shares[i]) * (hot[i] - shares[i]) / shares[i];
        }
        assertThat(Math.sqrt(squares)).isCloseTo(limit, within(1e-12));
    }
}
