package dev.stickcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.statistics.Alarm;
import dev.stickcheck.statistics.Alarm.Certainty;
import dev.stickcheck.statistics.BurnRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How alarms are told.
class AlarmNotesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static String told(Alarm alarm) {
        List<String> notes = new ArrayList<>();
        AlarmNotes.add(List.of(alarm), notes);
        return notes.getFirst();
    }

    @Test
    void tellsSinceWhenAndHowSurely() {
        assertThat(told(new Alarm.Failing(1_300, NOON, 12, 6, Certainty.SURE)))
                .isEqualTo("After 1,300 sessions, from 2026-11-23 12:00:00 UTC on, sessions failed surely more often"
                        + " than the limit allows: 6 of 12 sessions at once.");
        assertThat(told(new Alarm.Failing(0, NOON, 12, 6, Certainty.OVER)))
                .startsWith("From the first session on sessions failed")
                .endsWith("and surely no more afterwards.");
        assertThat(told(new Alarm.Failing(300, NOON, 24, 6, Certainty.SUSPECTED)))
                .endsWith("6 of 24 sessions failed: more than before, and not yet surely more than the limit allows.");
    }

    @Test
    void tellsHowFastTheLimitIsUsedUp() {
        assertThat(told(new Alarm.Burning(BurnRate.FAST, NOON, 120, 40)))
                .isEqualTo("At 2026-11-23 12:00:00 UTC sessions had failed more than 4 times as often as the limit"
                        + " allows, over the last 5 min and over the last 60 min (40 of 120 sessions).");
        assertThat(told(new Alarm.Burning(BurnRate.TICKET, NOON, 10_000, 600)))
                .contains("more often than the limit allows, over the last 6 h and over the last 72 h");
    }

    /// What a target calls its instances is shown inert.
    @Test
    void tellsOfInstancesWithoutTheirTricks() {
        assertThat(told(new Alarm.Silent("\u001b[31mevil", 600, 80)))
                .doesNotContain("\u001b")
                .contains("has not answered for the last 10 min, in which others were assigned 80 requests");
        assertThat(told(new Alarm.Uneven(NOON, 400, 0.566)))
                .isEqualTo("In the hour from 2026-11-23 12:00:00 UTC the load varied by 57 % over 400 assignments,"
                        + " surely more than the limit.");
    }
}
