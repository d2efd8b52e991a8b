package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedLongsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBackWhatWentIn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] values = new long[random.nextInt(1, 6000)];
        PackedLongs packed = new PackedLongs();
        int bits = random.nextInt(65);
        for (int i = 0; i < values.length; i++) {
            values[i] = bits == 0 ? -7 : random.nextLong() >> (64 - bits);
            packed.add(values[i]);
        }
        assertThat(packed.size()).isEqualTo(values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(packed.get(i)).as("seed %d, place %d", seed, i).isEqualTo(values[i]);
        }
    }
}
