package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionRowsTest {
    private static Timeline timeline(List<String> sessions) {
        return new Timeline(List.of("a", "b", "c"), sessions, false, List.of());
    }

    @Test
    void drawsAHundredSessionsAsTheyWereLaunched() {
        List<String> sessions = new ArrayList<>(Collections.nCopies(99, "000"));
        sessions.add(3, "012");
        SessionRows rows = SessionRows.of(timeline(sessions));
        assertThat(rows.rows())
                .hasSize(100)
                .contains(new SessionRows.Row("ABC", 1), org.assertj.core.data.Index.atIndex(3));
        assertThat(rows.how()).isEmpty();
    }

    @Test
    void putsMoreSessionsTogetherByTheirInstance() {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sessions.add(i % 3 == 0 ? "0000" : i % 3 == 1 ? "11" : "111");
        }
        sessions.add("0101");
        SessionRows rows = SessionRows.of(timeline(sessions));
        assertThat(rows.rows())
                .containsExactly(
                        new SessionRows.Row("AAAA", 100),
                        new SessionRows.Row("BBB", 200),
                        new SessionRows.Row("ABAB", 1));
        assertThat(rows.how())
                .containsExactly(
                        "300 of 301 sessions met the same in every answer: they are one band for each instance, as thick"
                                + " as they are many.",
                        "The other one is a row of its own.");
    }

    @Test
    void countsEverySessionOnceAndSaysWhatIsNotDrawn() {
        SessionRows rows = SessionRows.of(timeline(Collections.nCopies(1_000, "012.!")));
        assertThat(rows.rows()).hasSize(60).allMatch(row -> row.letters().equals("ABC.!"));
        assertThat(rows.how()).containsExactly("Of 1,000 sessions, 60 are drawn, evenly chosen in launch order.");
    }

    @Test
    void saysThatAllSessionsMetTheSame() {
        SessionRows rows = SessionRows.of(timeline(Collections.nCopies(400, "00")));
        assertThat(rows.rows()).containsExactly(new SessionRows.Row("AA", 400));
        assertThat(rows.how())
                .containsExactly("All 400 sessions met the same in every answer: they are one band for each instance,"
                        + " as thick as they are many.");
    }

    @Test
    void countsTheOthersBesideTheBands() {
        List<String> sessions = new ArrayList<>(Collections.nCopies(400, "00"));
        sessions.addAll(Collections.nCopies(100, "01"));
        assertThat(SessionRows.of(timeline(sessions)).how())
                .last()
                .isEqualTo("Of the other 100, 60 are drawn, evenly chosen in launch order.");
        assertThat(SessionRows.of(timeline(sessions.subList(0, 403))).how())
                .last()
                .isEqualTo("The other 3 are a row each.");
    }

    @Test
    void leavesOutSessionsWithoutAnAnswer() {
        assertThat(SessionRows.of(timeline(List.of("", "0", ""))).rows()).hasSize(1);
        assertThat(SessionRows.of(Timeline.EMPTY).rows()).isEmpty();
    }
}
