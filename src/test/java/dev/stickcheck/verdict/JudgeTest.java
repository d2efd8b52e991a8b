package dev.stickcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Network;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Request;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.statistics.Story;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// When a probe goes on, and when it gives up.
class JudgeTest {
    @Test
    void wantsBothArmsAtTheStart() {
        Demand demand = judge(plan()).demand(new Story(10).progress());

        assertThat(demand).isInstanceOfSatisfying(Demand.More.class, more -> {
            assertThat(more.sessionLimit())
                    .as("74 sessions pass without a failure")
                    .isEqualTo(74);
            assertThat(more.controlShare()).isBetween(0.1, 0.4);
        });
    }

    @Test
    void allowsMoreSessionsWithEachFailure() {
        Story story = sound(new Story(2), 10)
                .session("moves", "AB")
                .request("other", "A")
                .request("other", "A");

        assertThat(judge(plan()).demand(story.progress()))
                .isInstanceOfSatisfying(
                        Demand.More.class,
                        more -> assertThat(more.sessionLimit()).isEqualTo(131));
    }

    @Test
    void foretellsHowManyRequestsAreLeft() {
        long atStart = judge(plan()).requestsLeft(new Story(10).progress());
        long later = judge(plan()).requestsLeft(sound(new Story(2), 50).progress());
        Story decided = sound(new Story(2), 74);
        long last = judge(plan()).requestsLeft(decided.progress());

        assertThat(atStart).as("74 sessions of ten, and assignments").isBetween(900L, 1_300L);
        assertThat(later).isBetween(last, atStart - 1);
        assertThat(last).as("only assignments").isBetween(1L, 310L);
        decided.control("ABC".repeat(90));
        assertThat(judge(plan()).requestsLeft(decided.progress())).isZero();
    }

    @Test
    void stopsWhenStickinessAndEvennessAreBothDecided() {
        Story story = sound(new Story(2), 74);
        Judge judge = judge(plan());
        assertThat(judge.demand(story.progress()))
                .as("assignments are missing still, and nothing else")
                .isEqualTo(new Demand.More(0, 1));

        story.control("ABC".repeat(90));

        assertThat(stop(judge.demand(story.progress())).kind()).isEqualTo(Kind.DECIDED);
    }

    @Test
    void stopsAtTheFirstFailureUnlessItIsToComplete() {
        Story story = new Story(2);
        for (int i = 0; i < 5; i++) {
            story.session("s" + i, "AB").control("A");
        }
        assertThat(stop(judge(plan()).demand(story.progress())).kind()).isEqualTo(Kind.DECIDED);

        Plan complete = plan(Expectation.STICKY, new Instances.Undeclared(), true);
        assertThat(judge(complete).demand(story.progress())).isEqualTo(new Demand.More(0, 1));
    }

    /// STATISTICS 1.3: the burst comes at once and is as large as it must be, what is under way counted.
    @Test
    void asksForABurstOfFreshAssignmentsWhileAMoveIsUnexplained() {
        Story story = sound(new Story(2), 30).control("ABC".repeat(100)).session("moves", "AB");
        long wanted = story.progress().assignmentsForMoves();
        assertThat(wanted).as("log 0.01 / log 2/3").isEqualTo(12);

        Judge judge = judge(plan());
        for (int i = 0; i < wanted; i++) {
            assertThat(share(judge.demand(story.progress()))).isEqualTo(1);
        }
        assertThat(share(judge.demand(story.progress())))
                .as("all are under way, and should some be lost there are others")
                .isEqualTo(0.5);
        story.control("BCBCBCBCBCB");
        assertThat(share(judge.demand(story.progress()))).isEqualTo(0.5);
        story.control("C");
        assertThat(story.progress().unexplained()).isZero();
        assertThat(share(judge.demand(story.progress()))).isLessThan(0.5);
    }

    @Test
    void endsTheBurstWhenTheOldInstanceAnswers() {
        Story story = sound(new Story(2), 30).control("ABC".repeat(100)).session("moves", "AB");
        Judge judge = judge(plan());
        assertThat(share(judge.demand(story.progress()))).isEqualTo(1);

        story.control("A");

        assertThat(share(judge.demand(story.progress()))).isLessThan(0.5);
    }

    private static double share(Demand demand) {
        assertThat(demand).isInstanceOf(Demand.More.class);
        return ((Demand.More) demand).controlShare();
    }

    @Test
    void givesUpWhereNothingAnswers() {
        Story story = new Story(2);
        for (int i = 0; i < 10; i++) {
            story.request("s" + i, "!");
        }
        Ending ending = stop(judge(plan()).demand(story.progress()));

        assertThat(ending.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(ending.nothingMeasured()).isTrue();
    }

    @Test
    void givesUpAfterThirtyAnswersWithoutAnId() {
        Story story = new Story(10).control("-".repeat(29));
        assertThat(judge(plan()).demand(story.progress())).isInstanceOf(Demand.More.class);

        Ending ending = stop(judge(plan()).demand(story.control("-").progress()));

        assertThat(ending.kind()).isEqualTo(Kind.NO_INSTANCE_ID);
        assertThat(ending.why()).contains("--instance-from");
    }

    @Test
    void givesUpAfterAHundredIdsInAHundredAnswers() {
        Story story = new Story(10);
        for (int i = 0; i < 100; i++) {
            story.request("s" + i / 10, "id-" + i);
        }
        // Sessions that move are a failure by then, but of a name that means nothing.
        assertThat(stop(judge(plan()).demand(story.progress())).kind()).isEqualTo(Kind.ID_PER_REQUEST);
    }

    @Test
    void givesUpWithOneInstanceInFiftyNineAssignmentsUnlessMoreAreDeclared() {
        Story story = new Story(2).control("A".repeat(58));
        assertThat(judge(plan()).demand(story.progress())).isInstanceOf(Demand.More.class);
        story.control("A");
        assertThat(stop(judge(plan()).demand(story.progress())).kind()).isEqualTo(Kind.SINGLE_INSTANCE);

        Instances three = new Instances.Counted(3);
        Story declared = new Story(2, three, Expectation.STICKY, true).control("A".repeat(59));
        assertThat(judge(plan(Expectation.STICKY, three, false)).demand(declared.progress()))
                .isInstanceOf(Demand.More.class);
    }

    @Test
    void sendsNothingButTheSessionsWhenTheirNumberIsFixed() {
        Schedule fixed = new Schedule(
                20, 20, 10, 10, 50, Schedule.DEFAULT.thinkTime(), Schedule.DEFAULT.timeout(), null, null, true, false);
        Plan plan = plan(Expectation.STICKY, new Instances.Undeclared(), fixed);

        assertThat(judge(plan).demand(new Story(10).progress())).isEqualTo(new Demand.More(20, 0));
    }

    @Test
    void launchesMoreSessionsForThoseThatCannotBeJudged() {
        Story story = new Story(2).session("silent-1", "--").session("silent-2", "!A");

        assertThat(judge(plan()).demand(sound(story, 10).progress()))
                .isInstanceOfSatisfying(
                        Demand.More.class,
                        more -> assertThat(more.sessionLimit()).isEqualTo(76));
    }

    @Test
    void letsSessionsSupplyTheAssignmentsWhereThereIsNoControlArm() {
        Schedule usual = Schedule.DEFAULT;
        Schedule alone = new Schedule(
                null,
                usual.maxSessions(),
                2,
                usual.concurrency(),
                usual.rate(),
                usual.thinkTime(),
                usual.timeout(),
                null,
                null,
                false,
                false);
        Judge judge = judge(plan(Expectation.STICKY, new Instances.Undeclared(), alone));
        Story story = sound(new Story(2), 74);

        assertThat(judge.demand(story.progress())).isEqualTo(new Demand.More(310, 0));
        for (int i = 0; i < 240; i++) {
            story.session("more-" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(2));
        }
        assertThat(stop(judge.demand(story.progress())).kind()).isEqualTo(Kind.DECIDED);
    }

    @Test
    void asksForThePathWhereAnswersAreErrors() {
        Story story = new Story(2);
        for (int i = 0; i < 30; i++) {
            story.status("s" + i, 404);
        }

        assertThat(stop(judge(plan()).demand(story.progress())).why())
                .contains("404")
                .contains("is the path right?");
    }

    @Test
    void wantsAsManyIndependentRequestsAsEvennessNeedsWhereTheLoadIsToSpread() {
        Plan plan = plan(Expectation.SPREAD, new Instances.Undeclared(), false);
        Story spreading = new Story(10, new Instances.Undeclared(), Expectation.SPREAD, true);
        Story sticking = new Story(10, new Instances.Undeclared(), Expectation.SPREAD, true);
        for (int i = 0; i < 60; i++) {
            spreading.session("s" + i, "ABCACBBCAB");
            sticking.session("s" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(10));
        }

        assertThat(judge(plan).demand(spreading.progress())).isInstanceOf(Demand.Stop.class);
        assertThat(judge(plan).demand(sticking.progress())).isInstanceOf(Demand.More.class);
    }

    @Test
    void callsARunWithoutAnswersUnreachableHoweverItEnded() {
        Ending completed = new Ending(Kind.COMPLETED, "every session is done");
        Judge judge = judge(plan());

        assertThat(judge.judgeEnding(completed, new Story(2).request("a", "!").progress())
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(judge.judgeEnding(completed, new Story(2).request("a", "-").progress())
                        .kind())
                .isEqualTo(Kind.NO_INSTANCE_ID);
        assertThat(judge.judgeEnding(completed, new Story(2).request("a", "A").progress())
                        .kind())
                .as("sessions were left, so it was not their number that bound it")
                .isEqualTo(Kind.COMPLETED);
    }

    private static Story sound(Story story, int sessions) {
        for (int i = 0; i < sessions; i++) {
            story.session("sound-" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(2));
        }
        return story;
    }

    private static Ending stop(Demand demand) {
        assertThat(demand).isInstanceOf(Demand.Stop.class);
        return ((Demand.Stop) demand).ending();
    }

    private static Judge judge(Plan plan) {
        return new Judge(plan);
    }

    private static Plan plan() {
        return plan(Expectation.STICKY, new Instances.Undeclared(), false);
    }

    private static Plan plan(Expectation expectation, Instances instances, boolean complete) {
        Schedule usual = Schedule.DEFAULT;
        return plan(
                expectation,
                instances,
                new Schedule(
                        null,
                        usual.maxSessions(),
                        usual.requestsPerSession(),
                        usual.concurrency(),
                        usual.rate(),
                        usual.thinkTime(),
                        usual.timeout(),
                        null,
                        null,
                        true,
                        complete));
    }

    private static Plan plan(Expectation expectation, Instances instances, Schedule schedule) {
        return new Plan(
                URI.create("http://127.0.0.1/"),
                Request.GET,
                InstanceSource.standard(),
                instances,
                expectation,
                schedule,
                Thresholds.DEFAULT,
                new Network(
                        Network.DEFAULT.connections(),
                        true,
                        Network.DEFAULT.sourceAddresses(),
                        null,
                        false,
                        null,
                        null,
                        Map.of()),
                42);
    }
}
