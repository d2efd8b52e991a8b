package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Episodes;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// STATISTICS 1.3: sessions that one event hit are one observation.
class SingleEpisodeTest {
    @Test
    void mergesMovesThatAreCloserThanFiveSeconds() {
        Episodes seen = new Story(2)
                .session("one", "AB")
                .pause(Duration.ofMillis(4_900))
                .session("two", "AB")
                .pause(Duration.ofMillis(5_000))
                .session("three", "AB")
                .findings()
                .stickiness()
                .episodes();

        assertThat(seen.count()).isEqualTo(2);
        assertThat(seen.largest().sessions()).isEqualTo(2);
        assertThat(seen.largest().switches()).isEqualTo(2);
        assertThat(Duration.between(seen.largest().from(), seen.largest().to())).isEqualTo(Duration.ofMillis(4_920));
    }

    @Test
    void countsASessionThatMovesTwiceInAnEpisodeOnce() {
        Episodes seen =
                new Story(4).session("one", "ABAB").findings().stickiness().episodes();

        assertThat(seen.largest().switches()).isEqualTo(3);
        assertThat(seen.largest().sessions()).isEqualTo(1);
    }

    @Test
    void leavesUndecidedWhatHangsOnOneIncident() {
        Findings seen = incident(sound(new Story(2), 20), 10)
                .pause(Duration.ofSeconds(6))
                .request("after", "A")
                .findings();

        assertThat(seen.stickiness().sessionsFailed()).isGreaterThanOrEqualTo(6);
        assertThat(seen.stickinessDecision()).isEqualTo(Decision.UNDECIDED);
        assertThat(seen.stickiness().episodes().decisive()).isTrue();
    }

    @Test
    void waitsWhileTheEpisodeMayGoOn() {
        Story story = incident(sound(new Story(2), 20), 10);
        assertThat(story.progress().stickiness()).isEqualTo(Decision.FAIL);
        assertThat(story.progress().mayBeOneEpisode().getAsBoolean()).isTrue();
        assertThat(story.findings().stickinessDecision())
                .as("broken for good, for all that is known")
                .isEqualTo(Decision.FAIL);

        story.pause(Duration.ofSeconds(6)).request("after", "A");

        assertThat(story.progress().mayBeOneEpisode().getAsBoolean()).isFalse();
    }

    @Test
    void failsWhatComesAgain() {
        Story story = incident(sound(fixed(), 10), 6);
        Findings seen = sound(story.pause(Duration.ofSeconds(10)), 10, "again")
                .pause(Duration.ofSeconds(10))
                .session("another", "AB")
                .session("yet-another", "AB")
                .session("a-third", "AB")
                .session("a-fourth", "AB")
                .control("A")
                .pause(Duration.ofSeconds(6))
                .session("after", "AA")
                .findings();

        assertThat(seen.stickinessDecision()).isEqualTo(Decision.FAIL);
    }

    /// Failures all along are within five seconds of one another too, and no incident.
    @Test
    void failsWhatNeverSticks() {
        Story story = fixed();
        for (int i = 0; i < 60; i++) {
            story.session("s" + i, i % 4 == 0 ? "AB" : "AA").pause(Duration.ofMillis(500));
        }
        Findings seen =
                story.pause(Duration.ofSeconds(6)).session("after", "AA").findings();

        assertThat(seen.stickiness().episodes().count()).isEqualTo(1);
        assertThat(seen.stickinessDecision()).isEqualTo(Decision.FAIL);
        assertThat(seen.stickiness().episodes().decisive()).isFalse();
    }

    private static Story fixed() {
        return new Story(2, new Instances.Undeclared(), Expectation.STICKY, false);
    }

    private static Story incident(Story story, int sessions) {
        for (int i = 0; i < sessions; i++) {
            story.session("hit-" + i, "AB");
        }
        return story.control("A");
    }

    private static Story sound(Story story, int sessions) {
        return sound(story, sessions, "sound");
    }

    private static Story sound(Story story, int sessions, String name) {
        for (int i = 0; i < sessions; i++) {
            story.session(name + i, i % 2 == 0 ? "AA" : "BB").pause(Duration.ofSeconds(1));
        }
        return story;
    }
}
