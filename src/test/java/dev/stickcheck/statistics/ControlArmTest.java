package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Attribution.Control;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// STATISTICS 1.2: the control arm.
class ControlArmTest {
    /// Every order of seven requests, grouped by three with one left over.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void isTheMeanOverAllGroupingsIntoPseudoSessions(int requests) {
        List<Integer> answers = List.of(0, 0, 0, 1, 1, 2, 2);
        List<Double> agreements = new ArrayList<>();
        orders(new ArrayList<>(answers), 0, order -> agreements.add(grouped(order, requests)));

        assertThat(agreements).hasSize(5_040);
        assertThat(new ControlArm(new long[] {3, 2, 2}).agreement())
                .isCloseTo(agreements.stream().mapToDouble(a -> a).average().orElseThrow(), within(1e-12));
    }

    /// The mean of 4,000 groupings drawn at random is uncertain by less than 0.002.
    @Test
    void isWhatGroupingsInRandomOrderComeToOnAverage() {
        List<Integer> answers = new ArrayList<>();
        long[] counts = {60, 30, 10};
        for (int i = 0; i < counts.length; i++) {
            answers.addAll(Collections.nCopies((int) counts[i], i));
        }
        Random random = new Random(5);
        double sum = 0;
        for (int i = 0; i < 4_000; i++) {
            Collections.shuffle(answers, random);
            sum += grouped(answers, 10);
        }
        assertThat(new ControlArm(counts).agreement()).isCloseTo(sum / 4_000, within(0.006));
    }

    @Test
    void attributesWhatIsBeyondIt() {
        Control control = new ControlArm(new long[] {34, 33, 33}).attribute(0.9, 0.02, 50, 10, 0.05);

        double chance = (34 * 33 + 2 * 33 * 32) / (100.0 * 99);
        assertThat(control.agreement()).isCloseTo(chance, within(1e-12));
        assertThat(control.pseudoSessions()).isEqualTo(10);
        assertThat(control.attributable()).isCloseTo((0.9 - chance) / (1 - chance), within(1e-12));
        assertThat(control.interval().low()).isBetween(0.75, 0.81);
        assertThat(control.interval().high()).isBetween(0.88, 0.94);
    }

    /// Where nobody moved there is no variance, and yet the interval must not be a point.
    @Test
    void isNotCertainOfWhatTooFewSessionsShowed() {
        Control few = new ControlArm(new long[] {10, 10}).attribute(1, 0.0, 5, 10, 0.05);
        Control many = new ControlArm(new long[] {100, 100}).attribute(1, 0.0, 500, 10, 0.05);

        assertThat(few.attributable()).isEqualTo(1);
        assertThat(few.interval().low()).isLessThan(0.2);
        assertThat(many.interval().low()).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0"})
    void saysWhyThereIsNothingToHoldAgainst(long a, long b) {
        Control control = new ControlArm(new long[] {a, b}).attribute(1, 0.0, 50, 10, 0.05);

        assertThat(control.attributable()).isNull();
        assertThat(control.unknown()).contains("no control arm");
        assertThat(new ControlArm(new long[] {9, 0})
                        .attribute(1, 0.0, 50, 10, 0.05)
                        .unknown())
                .contains("one instance");
    }

    private static double grouped(List<Integer> answers, int requests) {
        double pairs = 0;
        double agreeing = 0;
        for (int i = 0; i < answers.size(); i++) {
            for (int j = i + 1; j < answers.size() && j / requests == i / requests; j++) {
                pairs++;
                agreeing += answers.get(i).equals(answers.get(j)) ? 1 : 0;
            }
        }
        return agreeing / pairs;
    }

    private static void orders(List<Integer> items, int from, Consumer<List<Integer>> each) {
        if (from == items.size()) {
            each.accept(items);
            return;
        }
        for (int i = from; i < items.size(); i++) {
            Collections.swap(items, from, i);
            orders(items, from + 1, each);
            Collections.swap(items, from, i);
        }
    }
}
