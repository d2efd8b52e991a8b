package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Timeline;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionClockTest {
    private static Timeline timeline(List<String> sessions, long span, List<String> times) {
        return new Timeline(List.of("a", "b"), sessions, false, List.of(), span, times);
    }

    @Test
    void makesOneBarOfAnswersOfOneInstance() {
        SessionClock clock = SessionClock.of(timeline(List.of("0011!", "1"), 5_000, List.of("000a0z10zz", "05")));
        assertThat(clock.rows())
                .containsExactly(
                        new SessionClock.Row(List.of(
                                new SessionClock.Bar('A', 0, 10, 2),
                                new SessionClock.Bar('B', 35, 36, 2),
                                new SessionClock.Bar('!', 1_295, 1_295, 1))),
                        new SessionClock.Row(List.of(new SessionClock.Bar('B', 5, 5, 1))));
        assertThat(clock.all()).isEqualTo(2);
    }

    @Test
    void thinsManySessionsEvenly() {
        SessionClock clock =
                SessionClock.of(timeline(Collections.nCopies(1_000, "01"), 9, Collections.nCopies(1_000, "00zz")));
        assertThat(clock.rows()).hasSize(100);
        assertThat(clock.all()).isEqualTo(1_000);
    }

    @Test
    void drawsNothingWithoutTimesThatFit() {
        assertThat(SessionClock.of(timeline(List.of("00"), 9, List.of())).rows())
                .isEmpty();
        assertThat(SessionClock.of(timeline(List.of("00"), 0, List.of("0000"))).rows())
                .isEmpty();
        assertThat(SessionClock.of(timeline(List.of("00"), 9, List.of("000"))).rows())
                .isEmpty();
        assertThat(SessionClock.of(timeline(List.of("00"), 9, List.of("<é00"))).rows())
                .isEmpty();
        assertThat(SessionClock.of(timeline(List.of(""), 9, List.of(""))).rows())
                .isEmpty();
        assertThat(SessionClock.of(Timeline.EMPTY).rows()).isEmpty();
    }
}
