package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What long runs say of their parts (STATISTICS 6.4), from observations to findings.
class AlarmsTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private int sessions;

    private static Story story() {
        return new Story(2, new Instances.Counted(3), Expectation.STICKY, false);
    }

    /// So many sessions of two requests, `every` seconds apart; one in `failing` moves, 0: none.
    private void sessions(Story story, int count, int every, int failing) {
        for (int i = 0; i < count; i++) {
            String home = "ABC".substring(i % 3, i % 3 + 1);
            story.session("s" + sessions++, home + (failing > 0 && i % failing == 0 ? other(home) : home))
                    .pause(Duration.ofSeconds(every));
        }
    }

    private static String other(String home) {
        return home.equals("A") ? "B" : "A";
    }

    private static void controls(Story story, String letters, int count, Duration apart) {
        for (int i = 0; i < count; i++) {
            story.control(letters.substring(i % letters.length(), i % letters.length() + 1))
                    .pause(apart);
        }
    }

    @Test
    void saysNothingOfASoundRun() {
        Story story = story();
        sessions(story, 200, 60, 0);
        controls(story, "ABC", 400, Duration.ofSeconds(20));

        assertThat(story.findings().alarms()).isEmpty();
    }

    /// All together pass, and what came last does not.
    @Test
    void tellsWhatTheWholeHides() {
        Story story = story();
        sessions(story, 700, 1, 0);
        sessions(story, 24, 1, 2);
        sessions(story, 1, 1, 0);
        Findings seen = story.findings();

        assertThat(seen.stickinessDecision()).isEqualTo(Decision.PASS);
        assertThat(seen.alarms()).singleElement().isInstanceOfSatisfying(Alarm.Failing.class, alarm -> {
            assertThat(alarm.certainty()).isEqualTo(Alarm.Certainty.SURE);
            assertThat(alarm.before()).isEqualTo(700);
            assertThat(alarm.since()).isBetween(START.plusSeconds(700), START.plusSeconds(720));
        });
    }

    @Test
    void suspectsNothingWhereAllTogetherFail() {
        Story some = story();
        sessions(some, 30, 1, 0);
        sessions(some, 24, 1, 4);
        sessions(some, 1, 1, 0);
        assertThat(some.findings().stickinessDecision()).isEqualTo(Decision.UNDECIDED);
        assertThat(some.findings().alarms()).singleElement().isInstanceOfSatisfying(Alarm.Failing.class, alarm -> {
            assertThat(alarm.certainty()).isEqualTo(Alarm.Certainty.SUSPECTED);
            assertThat(alarm.before()).isEqualTo(30);
        });

        Story more = story();
        sessions(more, 22, 1, 0);
        sessions(more, 24, 1, 3);
        sessions(more, 1, 1, 0);
        assertThat(more.findings().stickinessDecision()).isEqualTo(Decision.FAIL);
        assertThat(more.findings().alarms())
                .noneMatch(alarm -> alarm instanceof Alarm.Failing f && f.certainty() == Alarm.Certainty.SUSPECTED);
    }

    /// STATISTICS 6.4c: four times the limit over an hour and over five minutes, and not in the first minutes of a run.
    @Test
    void tellsWhenTheLimitIsUsedUpTooFast() {
        Story story = story();
        sessions(story, 60, 30, 0);
        sessions(story, 60, 30, 1);
        sessions(story, 1, 1, 0);

        assertThat(story.findings().alarms())
                .filteredOn(Alarm.Burning.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Alarm.Burning.class, alarm -> {
                    assertThat(alarm.rate()).isEqualTo(BurnRate.FAST);
                    assertThat(alarm.at()).isAfter(START.plusSeconds(30 * 60));
                });

        Story brief = story();
        sessions(brief, 200, 1, 2);
        assertThat(brief.findings().alarms()).noneMatch(Alarm.Burning.class::isInstance);
    }

    /// STATISTICS 6.4d: by traffic, not by the clock alone.
    @Test
    void tellsWhichInstanceHasFallenSilent() {
        Story story = story();
        controls(story, "ABC", 300, Duration.ofSeconds(5));
        controls(story, "AB", 80, Duration.ofSeconds(5));

        assertThat(story.findings().alarms()).singleElement().isInstanceOfSatisfying(Alarm.Silent.class, alarm -> {
            assertThat(alarm.instance()).isEqualTo("C");
            assertThat(alarm.assignments()).isEqualTo(80);
            assertThat(alarm.seconds()).isBetween(400.0, 410.0);
        });
    }

    @Test
    void doesNotCallSilentWhomNobodyAsked() {
        Story story = story();
        controls(story, "ABC", 300, Duration.ofSeconds(5));
        story.pause(Duration.ofHours(2));
        controls(story, "AB", 6, Duration.ofSeconds(5));
        assertThat(story.findings().alarms()).as("no traffic").isEmpty();

        Story quick = story();
        controls(quick, "ABC", 300, Duration.ofSeconds(1));
        controls(quick, "AB", 200, Duration.ofSeconds(1));
        assertThat(quick.findings().alarms()).as("under five minutes").isEmpty();
    }

    /// STATISTICS 6.4e: the hour from 13:00 on, though the whole is even; nothing on fewer assignments
    /// than evenness takes.
    @Test
    void tellsWhichHourWasUneven() {
        Story story = story();
        controls(story, "ABC", 400, Duration.ofMillis(8_990));
        controls(story, "AAABC", 400, Duration.ofMillis(8_990));
        controls(story, "ABCBC", 400, Duration.ofMillis(8_990));
        Findings seen = story.findings();

        assertThat(seen.evennessDecision()).isEqualTo(Decision.PASS);
        assertThat(seen.alarms()).singleElement().isInstanceOfSatisfying(Alarm.Uneven.class, alarm -> {
            assertThat(alarm.hour()).isEqualTo(Instant.parse("2026-11-23T13:00:00Z"));
            assertThat(alarm.w()).isGreaterThan(0.5);
        });

        Story shadowed = story();
        controls(shadowed, "ABC", 400, Duration.ofMillis(8_990));
        // The hour that varies most is too small to be sure of; the next is not.
        controls(shadowed, "AAAAAAAAAAAAABBBBBBBCCCCC", 320, Duration.ofMillis(11_240));
        controls(shadowed, "AAAAABBBCC", 4_000, Duration.ofMillis(899));
        assertThat(shadowed.findings().alarms())
                .filteredOn(Alarm.Uneven.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Alarm.Uneven.class,
                        alarm -> assertThat(alarm.assignments()).isGreaterThan(3_000));

        Story few = story();
        controls(few, "ABC", 150, Duration.ofMillis(23_990));
        controls(few, "AAABC", 150, Duration.ofMillis(23_990));
        controls(few, "ABCBC", 150, Duration.ofMillis(23_990));
        assertThat(few.findings().alarms()).isEmpty();
    }
}
