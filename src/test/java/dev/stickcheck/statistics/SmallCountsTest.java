package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallCountsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 40})
    void countsAsAPlainArrayWould(int instances) {
        SplittableRandom random = new SplittableRandom(instances);
        SmallCounts counts = new SmallCounts();
        long[] plain = new long[instances];
        assertThat(counts.size()).isZero();

        for (int i = 0; i < 500; i++) {
            int instance = random.nextInt(instances);
            assertThat(counts.add(instance)).isEqualTo((int) plain[instance]++);
        }

        assertThat(counts.dense(instances)).isEqualTo(plain);
        assertThat(counts.size()).isEqualTo(instances);
        for (int place = 0; place < counts.size(); place++) {
            assertThat(counts.count(place)).isEqualTo((int) plain[counts.instance(place)]);
        }
    }
}
