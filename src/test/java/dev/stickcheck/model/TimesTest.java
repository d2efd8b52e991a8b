package dev.stickcheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void keepsItsOwnCopy() {
        long[] nanos = {3, 1, 2};
        Times times = Times.of(nanos);
        nanos[0] = 9;

        assertThat(times.stream()).containsExactly(3L, 1L, 2L);
        assertThat(times).isEqualTo(Times.of(3, 1, 2)).isNotEqualTo(Times.of(1, 2, 3));
    }
}
