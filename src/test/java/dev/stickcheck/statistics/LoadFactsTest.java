package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Instances;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What a result shows of the load beside what it judges (STATISTICS 4).
class LoadFactsTest {
    /// STATISTICS 4.2, the row 50, 30, 20.
    @Test
    void showsTheFiguresOfTheTable() {
        Distribution load = load(new Story(2).control("A".repeat(50) + "B".repeat(30) + "C".repeat(20)));

        assertThat(load.shape().g()).isCloseTo(13.7918549207, within(5e-10));
        assertThat(load.shape().gini()).isCloseTo(0.2, within(1e-12));
        assertThat(load.shape().entropy()).isCloseTo(0.9372305632, within(5e-10));
        assertThat(load.shape().totalVariation()).isCloseTo(0.1666666667, within(5e-10));
        assertThat(load.shape().pLeft()).isCloseTo(0.999088, within(5e-7));
        assertThat(load.jainIndex()).isCloseTo(0.8771929825, within(5e-10));
        assertThat(load.adjustedCoefficientOfVariation()).isCloseTo(0.3464101615, within(5e-10));
        assertThat(load.coefficientOfVariationInterval().low()).isCloseTo(0.19090055, within(5e-8));
        assertThat(load.coefficientOfVariationInterval().high()).isCloseTo(0.52734888, within(5e-8));
        assertThat(load.maxDeviation()).isCloseTo(0.5, within(1e-12));
        assertThat(load.maxDeviationInterval().contains(0.5)).isTrue();
    }

    /// STATISTICS 4.1: requests that fall together weigh less.
    @Test
    void showsRequestsBesideAssignments() {
        Story story = new Story(10);
        for (int i = 0; i < 60; i++) {
            story.session("s" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(i % 3 == 0 ? 10 : 5));
        }
        Distribution load = load(story);

        assertThat(load.unit()).isEqualTo(Distribution.Unit.ASSIGNMENT);
        assertThat(load.coefficientOfVariation()).isZero();
        assertThat(load.requestLoad().requests()).isEqualTo(400);
        assertThat(load.requestLoad().effectiveRequests()).isBetween(40.0, 61.0);
        assertThat(load.requestLoad().coefficientOfVariation()).isCloseTo(Math.sqrt(0.125), within(1e-9));
    }

    /// STATISTICS 4.6, counts (9, 5, 1): coverage 0.9333, Chao's estimate 3.
    @Test
    void estimatesWhatWasNotSeen() {
        Distribution load = load(new Story(2).control("A".repeat(9) + "B".repeat(5) + "C"));

        assertThat(load.unseen().coverage()).isCloseTo(0.9333, within(5e-5));
        assertThat(load.unseen().estimatedInstances()).isCloseTo(3, within(1e-12));
        assertThat(load.unseen().longestShare())
                .as("the last assignment was new")
                .isNull();
        assertThat(load.unseen().assignmentsToSeeAll()).isEqualTo(15);
    }

    /// STATISTICS 4.6: 59 assignments without a new one leave at most 4.95 %.
    @Test
    void boundsWhatWasNotSeen() {
        Distribution load = load(new Story(2).control("AB" + "A".repeat(59)));

        assertThat(load.unseen().longestShare()).isCloseTo(0.0495, within(5e-5));
    }

    @Test
    void saysNothingOfUnseenInstancesWhereTheyAreDeclared() {
        Story story = new Story(2, new Instances.Counted(3), Expectation.STICKY, true).control("ABC");

        assertThat(load(story).unseen()).isNull();
    }

    @Test
    void boundsTheSharesOfAllInstancesAtOnce() {
        Findings seen = new Story(2)
                .control("A".repeat(50) + "B".repeat(30) + "C".repeat(20))
                .findings();

        InstanceLoad first = seen.instances().getFirst();
        assertThat(first.shareInterval().low()).isCloseTo(ExactInterval.lower(100, 50, 0.05 / 6), within(1e-12));
    }

    @Test
    void namesTheTurnsOfRoundRobinAmongFirstRequests() {
        Story story = new Story(2);
        for (int i = 0; i < 60; i++) {
            String instance = "ABC".substring(i % 3, i % 3 + 1);
            story.request("s" + i, instance).request("s" + i, instance, Story.sends("pin"));
        }
        assertThat(load(story).policy().label()).isEqualTo("round-robin");
        assertThat(load(story).policy().period()).containsExactly(1, 1, 1);
        assertThat(load(story).policy().assignments()).isEqualTo(60);
    }

    /// While a run is young, requests pass each other on their way.
    @Test
    void namesTheTurnsOfTheLaterHalfWhereTheFirstIsDisturbed() {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            answers.append("ABC".charAt(random.nextInt(3)));
        }
        Distribution load = load(new Story(2).control(answers + "ABC".repeat(50)));

        assertThat(load.policy().label()).isEqualTo("round-robin");
        assertThat(load.policy().assignments()).isEqualTo(100);
    }

    /// Where nothing keeps sessions, the turns show only among all requests.
    @Test
    void namesTheTurnsOfRoundRobinAmongAllRequestsWithoutCookies() {
        SplittableRandom random = new SplittableRandom(2);
        Story story = new Story(30);
        for (int i = 0; i < 90; i++) {
            story.request("s" + random.nextInt(10), "ABC".substring(i % 3, i % 3 + 1));
        }
        assertThat(load(story).policy().label()).isEqualTo("round-robin");
        assertThat(load(story).policy().assignments()).isEqualTo(90);
    }

    @Test
    void saysWhatARandomChoiceCannotBeToldApartFrom() {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            answers.append("ABC".charAt(random.nextInt(3)));
        }
        Distribution load = load(new Story(2).control(answers.toString()));

        assertThat(load.policy().label()).isEqualTo("random-like");
        assertThat(load.policy().words()).contains("hash of a varying key").contains("behind other traffic");
    }

    private static Distribution load(Story story) {
        return story.findings().distribution();
    }
}
