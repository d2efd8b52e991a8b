package dev.stickcheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void replacesWhatActsOnATerminal() {
        assertThat(Text.inert("a\u001b[31m\r\n\u202eb\ud800", 100)).isEqualTo("a�[31m���b�");
    }

    @Test
    void cutsWithAnEllipsis() {
        assertThat(Text.inert("abcdef", 4)).isEqualTo("abc…");
        assertThat(Text.inert("abcd", 4)).isEqualTo("abcd");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverCutsAPairInTwo(int limit) {
        assertThat(Text.inert("x🐟🐟🐟🐟🐟🐟🐟", limit))
                .hasSizeLessThanOrEqualTo(limit)
                .endsWith("…")
                .matches("x(🐟)*…");
        assertThat(Text.inert("🐟🐟🐟🐟🐟🐟🐟", limit)).matches("(🐟)*…");
    }
}
