package dev.stickcheck.statistics;

import static dev.stickcheck.statistics.Story.ended;
import static dev.stickcheck.statistics.Story.refuses;
import static dev.stickcheck.statistics.Story.sends;
import static dev.stickcheck.statistics.Story.sets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Stickiness;
import java.util.List;
import org.junit.jupiter.api.Test;

/// STATISTICS 1.3: what explains a move, and whether it counts.
class MovesTest {
    @Test
    void callsAMoveATrueFailureWhenTheOldInstanceStillServesOthers() {
        Stickiness seen = new Story(3)
                .session("one", "AAB")
                .request("two", "A")
                .request("two", "A")
                .request("two", "A")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.TRUE_FAILURE, 1L);
        assertThat(seen.sessionsJudged()).isEqualTo(2);
        assertThat(seen.sessionsFailed()).isEqualTo(1);
    }

    @Test
    void callsItAFailoverWhenEnoughFreshAssignmentsMissTheOldInstance() {
        Story story = new Story(4).control("ABCABCABCABC").session("one", "AABB");
        assertThat(story.progress().unexplained()).isEqualTo(1);
        assertThat(story.progress().assignmentsForMoves()).isBetween(10L, 14L);

        Stickiness seen = story.control("BCBCBCBCBCBCBC").findings().stickiness();

        assertThat(seen.moves())
                .containsEntry(MoveCause.FAILOVER, 1L)
                .containsEntry(MoveCause.TRUE_FAILURE, 0L)
                .containsEntry(MoveCause.UNRESOLVED, 0L);
        assertThat(seen.sessionsMoved()).isEqualTo(1);
        assertThat(seen.sessionsFailed()).isZero();
    }

    @Test
    void countsEveryMoveOfASessionAndNotOnlyTheFirst() {
        Stickiness seen = new Story(6)
                .control("ABCABCABCABC")
                .request("one", "A")
                .request("one", "B")
                .control("BCBCBCBCBCBCBC")
                .request("one", "C")
                .request("one", "B")
                .request("one", "B")
                .request("one", "B")
                .control("CB")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.FAILOVER, 1L).containsEntry(MoveCause.TRUE_FAILURE, 2L);
        assertThat(seen.sessionsFailed()).isEqualTo(1);
    }

    @Test
    void callsItAReplacementWhenTheSessionsMoveTogetherToAnInstanceThatIsNew() {
        Stickiness seen = new Story(4)
                .control("ABCABCABCABC")
                .request("one", "A")
                .request("two", "A")
                .request("one", "A")
                .request("two", "A")
                .request("one", "D")
                .request("two", "D")
                .request("one", "D")
                .request("two", "D")
                .control("BCDBCDBCDBCDBCDBCD")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.REPLACEMENT, 2L);
        assertThat(seen.sessionsFailed()).isZero();
    }

    @Test
    void leavesAMoveUnresolvedWithTooLittleEvidenceAndBoundsTheRateFromBothSides() {
        Story story = new Story(2, new Instances.Counted(3), Expectation.STICKY, false);
        for (int i = 0; i < 58; i++) {
            story.session("kept-" + i, "BB");
        }
        Findings seen = story.request("moved", "A").request("moved", "B").findings();

        assertThat(seen.stickiness().moves()).containsEntry(MoveCause.UNRESOLVED, 1L);
        assertThat(seen.stickiness().sessionsUnresolved()).isEqualTo(1);
        assertThat(seen.stickinessDecision())
                .as("0 of 59 would pass, 1 of 59 would not")
                .isEqualTo(Decision.UNDECIDED);
        assertThat(seen.stickiness().failureRateInterval().low()).isZero();
        assertThat(seen.stickiness().failureRateInterval().high())
                .isEqualTo(ExactInterval.upper(59, 1, 0.05), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void acceptsTheEndOfACookiesOwnLifetimeOnceItHadBeenSent() {
        Stickiness seen = new Story(3)
                .request("one", "A", sets("SRV"))
                .request("one", "A", sends("SRV"))
                .request("one", "B", ended("SRV"))
                .session("two", "AAA")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.EXPIRED, 1L).containsEntry(MoveCause.TRUE_FAILURE, 0L);
        assertThat(seen.sessionsFailed()).isZero();
    }

    @Test
    void countsACookieThatWasNeverSentBackAsAFailureAndSaysSo() {
        Stickiness seen = new Story(3)
                .request("one", "A", refuses("SRV"))
                .request("one", "B", refuses("SRV"))
                .request("one", "A", refuses("SRV"))
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.CLIENT_LOST_COOKIE, 2L);
        assertThat(seen.sessionsFailed()).isEqualTo(1);
    }

    @Test
    void doesNotTakeACookieThatEndsBeforeItWasEverSentForALifetimeThatEnded() {
        Stickiness seen = new Story(2)
                .request("one", "A", sets("SRV"))
                .request("one", "B", ended("SRV"))
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.CLIENT_LOST_COOKIE, 1L).containsEntry(MoveCause.EXPIRED, 0L);
    }

    @Test
    void doesNotBlameACookieThatIsOnlyDeletedAgainAndAgain() {
        Stickiness seen = new Story(3)
                .request("one", "A", sets("flash"))
                .request("one", "B", sets("flash"))
                .request("one", "A", sets("flash"))
                .control("AB")
                .findings()
                .stickiness();

        assertThat(seen.moves())
                .containsEntry(MoveCause.CLIENT_LOST_COOKIE, 0L)
                .containsEntry(MoveCause.TRUE_FAILURE, 2L);
    }

    @Test
    void doesNotExcuseAMoveByTheEndOfAnotherCookieThanTheOneStillSent() {
        Stickiness seen = new Story(3)
                .request("one", "A", sets("AWSALB", "csrf"))
                .request("one", "A", sends("AWSALB", "csrf"))
                .request("one", "B", new CookieTrace(List.of("AWSALB"), List.of(), List.of("csrf"), List.of()))
                .session("two", "AAA")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.EXPIRED, 0L).containsEntry(MoveCause.TRUE_FAILURE, 1L);
    }

    @Test
    void neitherAnUnknownInstanceNorAMissingAnswerIsAMove() {
        Stickiness seen = new Story(5).session("one", "A-A!A").findings().stickiness();

        assertThat(seen.switches()).isZero();
        assertThat(seen.sessionsMoved()).isZero();
        assertThat(seen.sessionsJudged()).isEqualTo(1);
    }

    @Test
    void leavesOutSessionsThatCannotFail() {
        Stickiness seen = new Story(3)
                .session("one", "A--")
                .session("two", "!!!")
                .session("three", "AAA")
                .findings()
                .stickiness();

        assertThat(seen.sessionsJudged()).isEqualTo(1);
    }

    @Test
    void callsItADrainWhenTheOldInstanceHadGotNothingNewForLong() {
        Stickiness seen = new Story(6)
                .control("ABCABCABCABC")
                .request("one", "A")
                .request("one", "A")
                .control("BCBCBCBCBCBCBC")
                .request("one", "A")
                .request("one", "B")
                .request("one", "B")
                .control("CBCBCBCBCBCBCB")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.DRAIN, 1L).containsEntry(MoveCause.FAILOVER, 0L);
        assertThat(seen.sessionsFailed()).isZero();
    }

    @Test
    void callsItARebalanceWhenAnInstanceThatHasJustAppearedTakesASessionOver() {
        Stickiness seen = rebalanced(new Story(4)).findings().stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.REBALANCE, 1L).containsEntry(MoveCause.TRUE_FAILURE, 0L);
        assertThat(seen.sessionsFailed()).isEqualTo(1);
    }

    @Test
    void doesNotCountARebalanceThatIsAccepted() {
        Stickiness seen =
                rebalanced(Story.accepting(4, MoveCause.REBALANCE)).findings().stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.REBALANCE, 1L);
        assertThat(seen.sessionsMoved()).isEqualTo(1);
        assertThat(seen.sessionsFailed()).isZero();
        assertThat(seen.accepted()).containsExactly(MoveCause.REBALANCE);
    }

    /// At the start every instance is seen for the first time.
    @Test
    void takesNoInstanceForNewBeforeItCouldHaveBeenSeen() {
        Stickiness seen = new Story(3)
                .request("one", "A")
                .request("two", "A")
                .request("one", "B")
                .request("two", "A")
                .request("one", "B")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.TRUE_FAILURE, 1L).containsEntry(MoveCause.REBALANCE, 0L);
    }

    @Test
    void callsItARetryWhenAnAttemptFailedAndTheSessionIsBackAfterOneRequest() {
        Stickiness seen = new Story(5).session("one", "AA!BA").findings().stickiness();

        assertThat(seen.switches()).isEqualTo(2);
        assertThat(seen.moves()).containsEntry(MoveCause.RETRY, 2L).containsEntry(MoveCause.TRUE_FAILURE, 0L);
        assertThat(seen.sessionsFailed()).isEqualTo(1);
    }

    @Test
    void doesNotCountARetryThatIsAccepted() {
        Stickiness seen = Story.accepting(5, MoveCause.RETRY)
                .session("one", "AA!BA")
                .findings()
                .stickiness();

        assertThat(seen.sessionsJudged()).isEqualTo(1);
        assertThat(seen.sessionsFailed()).isZero();
    }

    @Test
    void countsTheSessionBeforeItIsBackWhenTheOldInstanceLives() {
        Story story = new Story(6).session("one", "AA!B").control("A");

        assertThat(story.progress().failedAnywhere()).isEqualTo(1);
        assertThat(story.findings().stickiness().moves())
                .as("its name may still change")
                .containsEntry(MoveCause.TRUE_FAILURE, 1L);
        assertThat(story.request("one", "A").findings().stickiness().moves())
                .containsEntry(MoveCause.RETRY, 2L)
                .containsEntry(MoveCause.TRUE_FAILURE, 0L);
    }

    @Test
    void isNoRetryWhenTheSessionStaysOrNothingHadFailed() {
        assertThat(new Story(6)
                        .session("one", "AA!BBB")
                        .control("A")
                        .findings()
                        .stickiness()
                        .moves())
                .containsEntry(MoveCause.TRUE_FAILURE, 1L)
                .containsEntry(MoveCause.RETRY, 0L);
        assertThat(new Story(4)
                        .session("one", "AABA")
                        .control("AB")
                        .findings()
                        .stickiness()
                        .moves())
                .containsEntry(MoveCause.TRUE_FAILURE, 2L)
                .containsEntry(MoveCause.RETRY, 0L);
    }

    /// ingress-nginx 7960: a client that keeps the cookie of a removed pod is sent about until it takes a new one.
    @Test
    void callsWhatFollowsAFailoverATrueFailureWhenTheSessionKeepsMoving() {
        Story story = new Story(8).control("ABCDABCDABCD").request("one", "A").request("one", "B");
        story.control("BCD".repeat(7));
        Stickiness seen = story.request("one", "C")
                .request("one", "D")
                .request("one", "B")
                .control("BCD")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.FAILOVER, 1L).containsEntry(MoveCause.TRUE_FAILURE, 3L);
        assertThat(seen.sessionsFailed()).isEqualTo(1);
    }

    /// Sessions that think longer learn of the replacement later; they moved together all the same.
    @Test
    void callsItAReplacementHoweverLateTheSecondSessionMoves() {
        Stickiness seen = new Story(4)
                .control("ABCABCABCABC")
                .request("one", "A")
                .request("two", "A")
                .request("one", "D")
                .control("BCDBCDBCDBCDBCDBCD")
                .request("two", "D")
                .control("BCDBCDBCDBCDBCDBCD")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.REPLACEMENT, 2L).containsEntry(MoveCause.FAILOVER, 0L);
    }

    @Test
    void remembersThatACookieEndedWhenTheNextRequestCameToNothing() {
        Stickiness seen = new Story(4)
                .request("one", "A", sets("SRV"))
                .request("one", "A", sends("SRV"))
                .request("one", "!", ended("SRV"))
                .request("one", "B", CookieTrace.NONE)
                .session("two", "AAAA")
                .findings()
                .stickiness();

        assertThat(seen.moves()).containsEntry(MoveCause.EXPIRED, 1L).containsEntry(MoveCause.TRUE_FAILURE, 0L);
    }

    private static Story rebalanced(Story story) {
        return story.control("ABCABCABCABC".repeat(4))
                .request("one", "A")
                .request("one", "A")
                .control("D")
                .request("one", "D")
                .request("one", "D")
                .control("ABCD");
    }

    /// A long search for each of many sessions in turn would not end before an instance that is restarted is back.
    @Test
    void needsNoNewEvidenceOfAnInstanceThatIsKnownToBeGone() {
        Story story = new Story(4)
                .control("ABCABCABCABC")
                .session("one", "AA")
                .session("two", "AA")
                .session("one", "BB")
                .control("BCBCBCBCBCBCBC");
        assertThat(story.progress().unexplained()).isZero();

        story.session("two", "BB");
        assertThat(story.progress().unexplained()).isZero();

        assertThat(story.control("A").findings().stickiness().moves())
                .containsEntry(MoveCause.FAILOVER, 2L)
                .containsEntry(MoveCause.TRUE_FAILURE, 0L);
    }

    @Test
    void needsNewEvidenceOnceAnInstanceThatWasGoneHasAnswered() {
        Story story = new Story(4)
                .control("ABCABCABCABC")
                .session("one", "AA")
                .session("two", "AA")
                .session("one", "BB")
                .control("BCBCBCBCBCBCBC")
                .control("A")
                .session("two", "BB");
        assertThat(story.progress().unexplained()).isEqualTo(1);

        assertThat(story.control("A").findings().stickiness().moves())
                .containsEntry(MoveCause.FAILOVER, 1L)
                .containsEntry(MoveCause.TRUE_FAILURE, 1L);
    }
}
