package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Interval;
import dev.stickcheck.model.PinDuration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// How long pins last (STATISTICS 1.5).
class PinDurationTest {
    /// STATISTICS 1.5: durations 5+, 8, 10+, 12, 15+.
    @Test
    void estimatesTheCurveOfTheReference() {
        KaplanMeier curve = new KaplanMeier();
        curve.add(5, false);
        curve.add(8, true);
        curve.add(10, false);
        curve.add(12, true);
        curve.add(15, false);

        assertThat(curve.curve().at(7.9)).isEqualTo(1);
        assertThat(curve.curve().at(8)).isCloseTo(0.75, within(1e-15));
        assertThat(curve.curve().at(12)).isCloseTo(0.375, within(1e-15));
        assertThat(curve.curve().at(100)).isCloseTo(0.375, within(1e-15));
    }

    @Test
    void isTheShareThatIsLeftWithoutCensoring() {
        KaplanMeier curve = new KaplanMeier();
        SplittableRandom random = new SplittableRandom(5);
        int[] times = random.ints(300, 0, 40).toArray();
        for (int time : times) {
            curve.add(time, true);
        }
        for (int t = 0; t < 41; t++) {
            int at = t;
            double longer = Arrays.stream(times).filter(time -> time > at).count() / 300.0;
            assertThat(curve.curve().at(t)).as("t = %d", t).isCloseTo(longer, within(1e-12));
        }
    }

    /// STATISTICS 1.5, Garwood: d = 2 in 1,000 s, and the rule of three.
    @Test
    void boundsAConstantHazardExactly() {
        Interval two = ConstantHazard.interval(2, 1000, 0.05);
        assertThat(two.low()).isCloseTo(0.000242209279, within(5e-13));
        assertThat(two.high()).isCloseTo(0.007224687668, within(5e-13));
        assertThat(ConstantHazard.interval(0, 1000, 0.05).low()).isZero();
        assertThat(ConstantHazard.interval(0, 1000, 0.05).high()).isCloseTo(2.9957 / 1000, within(5e-8));
        assertThatThrownBy(() -> ConstantHazard.interval(1, 0, 0.05)).hasMessageContaining("exposure");
    }

    /// Answers come 10 ms apart.
    @Test
    void datesAMoveBetweenTheLastAnswerAndTheFirstElsewhere() {
        PinDuration pins = new Story(4)
                .session("a", "AAAB")
                .session("b", "BAAA")
                .session("c", "AAAA")
                .session("d", "BBBB")
                .findings()
                .stickiness()
                .duration();

        assertThat(pins.sessions()).isEqualTo(4);
        assertThat(pins.ended()).isEqualTo(2);
        assertThat(pins.exposureSeconds()).isCloseTo(0.03 + 0.01 + 0.03 + 0.03, within(1e-9));
        assertThat(pins.endsPerSecond()).isCloseTo(2 / 0.10, within(1e-6));
        PinDuration.Step last = pins.curve().getLast();
        assertThat(last.seconds()).isCloseTo(0.03, within(1e-9));
        assertThat(last.keptByMove()).isCloseTo(0.75 * 2 / 3, within(1e-12));
        assertThat(pins.curve()).anySatisfy(step -> {
            assertThat(step.seconds()).isCloseTo(0.02, within(1e-9));
            assertThat(step.keptByLastAnswer()).isCloseTo(0.75 * 2 / 3, within(1e-12));
            assertThat(step.keptByMove()).isCloseTo(0.75, within(1e-12));
        });
    }

    @Test
    void censorsAMoveWithAnAcceptedCause() {
        PinDuration pins = new Story(3)
                .request("a", "A", Story.sets("pin"))
                .request("a", "A", Story.sends("pin"))
                .request("a", "B", Story.ended("pin"))
                .findings()
                .stickiness()
                .duration();

        assertThat(pins.ended()).isZero();
        assertThat(pins.exposureSeconds()).isCloseTo(0.01, within(1e-9));
        assertThat(pins.curve()).isEmpty();
    }

    @Test
    void knowsNothingOfSessionsOfOneAnswer() {
        assertThat(new Story(1).session("a", "A").findings().stickiness().duration())
                .isNull();
    }

    @Test
    void drawsAtMostTwoHundredSteps() {
        Story story = new Story(2);
        for (int i = 0; i < 1500; i++) {
            story.request("s" + i, "A");
        }
        for (int i = 0; i < 1500; i++) {
            story.request("s" + i, "B").request("t" + i, "A");
        }
        PinDuration pins = story.findings().stickiness().duration();
        assertThat(pins.ended()).isEqualTo(1500);
        assertThat(pins.curve()).hasSizeLessThanOrEqualTo(200);
    }

    /// The first move's own cause decides, in whatever order causes become known.
    @Test
    void endsAtAFirstMoveThatCountsThoughALaterOneIsExplainedBefore() {
        PinDuration pins = new Story(4)
                .session("a", "AABC")
                .control("B")
                .control("A")
                .findings()
                .stickiness()
                .duration();

        assertThat(pins.ended()).isEqualTo(1);
    }

    @Test
    void censorsAtAFirstMoveThatIsAcceptedThoughALaterOneCounts() {
        PinDuration pins = new Story(5)
                .request("a", "A", Story.sets("pin"))
                .request("a", "A", Story.sends("pin"))
                .request("a", "B", Story.ended("pin"))
                .session("a", "BC")
                .control("B")
                .findings()
                .stickiness()
                .duration();

        assertThat(pins.ended()).isZero();
        assertThat(pins.exposureSeconds()).isCloseTo(0.01, within(1e-9));
    }
}
