package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.PinLifetime.Kind;
import dev.stickcheck.model.PinLifetime.Renewal;
import dev.stickcheck.model.Stickiness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// STATISTICS 1.3 and 1.5: a lifetime that was searched for explains moves. It lies between 19 and 21 s here.
class KnownLifetimeTest {
    @ParameterizedTest
    @EnumSource(Renewal.class)
    void callsAMoveAfterASilenceInTheBracketExpired(Renewal renewal) {
        Stickiness seen = moved(Story.knowing(2, lifetime(Kind.BRACKETED, renewal)), Duration.ofSeconds(20))
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.EXPIRED, 1L).containsEntry(MoveCause.TRUE_FAILURE, 0L);
        assertThat(seen.sessionsJudged()).isEqualTo(2);
        assertThat(seen.sessionsFailed()).isZero();
    }

    @Test
    void explainsNoMoveThatASilenceThatWasKeptCameBefore() {
        Stickiness seen = moved(Story.knowing(2, lifetime(Kind.BRACKETED, Renewal.SLIDING)), Duration.ofMillis(18_900))
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.EXPIRED, 0L).containsEntry(MoveCause.TRUE_FAILURE, 1L);
        assertThat(seen.sessionsFailed()).isEqualTo(1);
    }

    @Test
    void explainsNothingWithoutASearchOrWithoutABracket() {
        assertThat(moved(new Story(2), Duration.ofSeconds(20))
                        .findings()
                        .stickiness()
                        .moves())
                .containsEntry(MoveCause.TRUE_FAILURE, 1L);
        assertThat(moved(Story.knowing(2, lifetime(Kind.UNFINISHED, Renewal.UNKNOWN)), Duration.ofSeconds(20))
                        .findings()
                        .stickiness()
                        .moves())
                .containsEntry(MoveCause.TRUE_FAILURE, 1L);
    }

    /// A session that comes back every five seconds: only a lifetime that is not renewed ends for it.
    @Test
    void countsFromTheFirstRequestOnThatInstanceWhereRequestsDoNotRenewIt() {
        assertThat(touched(Renewal.ABSOLUTE)).containsEntry(MoveCause.EXPIRED, 1L);
        assertThat(touched(Renewal.SLIDING)).containsEntry(MoveCause.TRUE_FAILURE, 1L);
        assertThat(touched(Renewal.UNKNOWN)).containsEntry(MoveCause.TRUE_FAILURE, 1L);
    }

    private static Map<MoveCause, Long> touched(Renewal renewal) {
        Story story = Story.knowing(6, lifetime(Kind.BRACKETED, renewal));
        for (int i = 0; i < 5; i++) {
            story.request("one", "A").pause(Duration.ofSeconds(5));
        }
        return story.session("one", "B")
                .session("two", "AAAAAA")
                .findings()
                .stickiness()
                .moves();
    }

    @Test
    void takesTheLongestSilenceSinceTheLastKnownAnswer() {
        Stickiness seen = Story.knowing(3, lifetime(Kind.BRACKETED, Renewal.SLIDING))
                .request("one", "A")
                .pause(Duration.ofSeconds(20))
                .request("one", "!")
                .request("one", "B")
                .session("two", "AAA")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.EXPIRED, 1L);
    }

    @Test
    void saysHowLongPinsHadLasted() {
        Story story = Story.knowing(3, lifetime(Kind.BRACKETED, Renewal.SLIDING))
                .request("one", "A")
                .pause(Duration.ofSeconds(20))
                .request("one", "B")
                .pause(Duration.ofSeconds(30))
                .request("one", "C");

        assertThat(story.findings().expiredAfter().low()).isCloseTo(20.01, within(1e-6));
        assertThat(story.findings().expiredAfter().high()).isCloseTo(30.01, within(1e-6));
        assertThat(new Story(3).session("one", "AAA").findings().expiredAfter()).isNull();
    }

    private static Story moved(Story story, Duration pause) {
        return story.request("one", "A").pause(pause).request("one", "B").session("two", "AA");
    }

    private static PinLifetime lifetime(Kind kind, Renewal renewal) {
        return new PinLifetime(kind, 19.0, 21.0, renewal, 100, "between 19 and 21 s", List.of());
    }
}
