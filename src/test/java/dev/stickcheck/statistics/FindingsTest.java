package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a tally says of load, control arm and barcode.
class FindingsTest {
    private static final String HUNDRED = "B".repeat(50) + "C".repeat(50);

    /// STATISTICS 0, trap 2: counts (50,50) have no variance, but a third, dead instance was declared.
    @Test
    void seesADeclaredInstanceThatIsDead() {
        Story story = new Story(2, new Instances.Named(shares("A", "B", "C")), Expectation.STICKY, true);

        Findings seen = story.control(HUNDRED).findings();

        Distribution load = seen.distribution();
        assertThat(load.chiSquare()).isCloseTo(50, within(1e-9));
        assertThat(load.coefficientOfVariation()).isCloseTo(0.7071067812, within(1e-9));
        assertThat(seen.evennessDecision()).isEqualTo(Decision.FAIL);
        assertThat(load.missingInstances()).containsExactly("A");
        assertThat(seen.missingDecided()).isTrue();
    }

    @Test
    void countsWhatIsDeclaredByNumberOnly() {
        Findings seen = new Story(2, new Instances.Counted(3), Expectation.STICKY, true)
                .control(HUNDRED)
                .findings();

        assertThat(seen.distribution().missingInstances()).containsExactly("(1 unnamed)");
        assertThat(seen.evennessDecision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void doesNotCallAnInstanceMissingBeforeItHadItsChance() {
        Findings seen = new Story(2, new Instances.Counted(3), Expectation.STICKY, true)
                .control("ABABABABAB")
                .findings();

        assertThat(seen.missingDecided()).isFalse();
    }

    @Test
    void judgesNoEvennessWhileAnUndeclaredInstanceAnswers() {
        Findings seen = new Story(2, new Instances.Named(shares("A", "B")), Expectation.STICKY, true)
                .control("A".repeat(100) + "B".repeat(100) + "X")
                .findings();

        assertThat(seen.distribution().undeclaredInstances()).containsExactly("X");
        assertThat(seen.evennessDecision()).isEqualTo(Decision.UNDECIDED);
    }

    @Test
    void countsAssignmentsAndNotTheRequestsOfStickySessions() {
        Story story = new Story(10);
        story.session("a", "A".repeat(10)).session("b", "B".repeat(10)).session("c", "A".repeat(10));

        Distribution load = story.control("AB").findings().distribution();

        assertThat(load.unit()).isEqualTo(Distribution.Unit.ASSIGNMENT);
        assertThat(load.units()).isEqualTo(5);
        assertThat(load.variance()).as("the guide's, over requests 21 and 11").isCloseTo(25, within(1e-9));
    }

    @Test
    void givesRequestsOfOneSessionLessWeightWhereTheLoadIsToSpread() {
        Story story = new Story(10, new Instances.Undeclared(), Expectation.SPREAD, true);
        for (int i = 0; i < 60; i++) {
            story.session("s" + i, (i % 2 == 0 ? "A" : "B").repeat(10));
        }

        Distribution load = story.findings().distribution();

        assertThat(load.units()).isEqualTo(600);
        assertThat(load.effectiveUnits())
                .as("ten requests that stick say what one does")
                .isBetween(55.0, 66.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void attributesNothingToCookiesWhereTheControlArmAgreesAsOften(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Story story = new Story(10);
        for (int i = 0; i < 200; i++) {
            StringBuilder answers = new StringBuilder();
            for (int j = 0; j < 10; j++) {
                answers.append((char) ('A' + random.nextInt(3)));
            }
            story.session("s" + i, answers.toString()).control(answers.substring(0, 1));
        }

        // The agreement of 9,000 pairs has a standard error near 0.005, that of 200 controls near 0.015.
        assertThat(story.findings().stickiness().chanceCorrected())
                .as("seed " + seed)
                .isCloseTo(0, within(0.08));
    }

    @Test
    void attributesEverythingWhereSessionsStickAndTheControlArmSpreads() {
        Story story = new Story(3).control("ABCABCABC").session("a", "AAA").session("b", "BBB");

        assertThat(story.findings().stickiness().chanceCorrected()).isEqualTo(1);
    }

    @Test
    void knowsNoAttributionWithoutAControlArmOrWithOneInstance() {
        assertThat(new Story(3).session("a", "AAA").findings().stickiness().chanceCorrected())
                .isNull();
        assertThat(new Story(3)
                        .control("AAAA")
                        .session("a", "AAA")
                        .findings()
                        .stickiness()
                        .chanceCorrected())
                .isNull();
    }

    @Test
    void drawsASessionAsARow() {
        Story story = new Story(5).session("a", "AB-!A").session("b", "BBBBB");

        assertThat(story.findings().timeline().instances()).containsExactly("A", "B");
        assertThat(story.findings().timeline().sessions()).containsExactly("01.!0", "11111");
        assertThat(story.findings().timeline().thinned()).isFalse();
    }

    @Test
    void thinsALargeBarcodeEvenly() {
        Story story = new Story(2);
        for (int i = 0; i < 5_000; i++) {
            story.session("s" + i, i % 2 == 0 ? "AA" : "BB");
        }

        assertThat(story.findings().timeline().sessions()).hasSizeBetween(500, 1_000);
        assertThat(story.findings().timeline().thinned()).isTrue();
    }

    @Test
    void staysBoundedWithANewIdInEveryAnswer() {
        Story story = new Story(10);
        for (int i = 0; i < 5_000; i++) {
            story.request("s" + i / 10, "id-" + i);
        }

        assertThat(story.progress().tooManyIds()).isTrue();
        assertThat(story.findings().instances()).hasSizeLessThanOrEqualTo(InstanceIndex.MOST);
    }

    @Test
    void countsOfInstancesSumToTheIdentifiedAnswers() {
        SplittableRandom random = new SplittableRandom(99);
        Story story = new Story(10);
        int identified = 0;
        for (int i = 0; i < 2_000; i++) {
            String instance = "ABC-!".substring(random.nextInt(5)).substring(0, 1);
            identified += "ABC".contains(instance) ? 1 : 0;
            story.request("s" + i / 10, instance);
        }

        Findings seen = story.findings();
        assertThat(seen.instances().stream().mapToLong(InstanceLoad::requests).sum())
                .isEqualTo(identified);
        assertThat(seen.requests()).isEqualTo(2_000);
        assertThat(seen.instances().stream().mapToDouble(InstanceLoad::share).sum())
                .isCloseTo(1, within(1e-9));
    }

    private static Map<String, Double> shares(String... names) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String name : names) {
            shares.put(name, 1.0);
        }
        return shares;
    }

    @Test
    void tellsWhenEachAnswerOfTheTimelineWasAskedFor() {
        Story story = new Story(3);
        story.request("one", "A")
                .request("two", "B")
                .request("one", "A")
                .request("two", "B")
                .request("one", "A");

        Timeline timeline = story.findings().timeline();

        assertThat(timeline.spanMillis()).isEqualTo(40);
        assertThat(timeline.times())
                .as("0, 20 and 40 of 40 ms; 10 and 30 of 40 ms")
                .containsExactly(ticks(0, 648, 1_295), ticks(324, 971));
    }

    private static String ticks(int... ticks) {
        StringBuilder text = new StringBuilder();
        for (int tick : ticks) {
            text.append(Character.forDigit(tick / 36, 36)).append(Character.forDigit(tick % 36, 36));
        }
        return text.toString();
    }
}
