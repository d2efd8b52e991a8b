package dev.stickcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.config.PlanReader;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.statistics.MoreSessions;
import dev.stickcheck.statistics.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an inconclusive probe says would decide (STATISTICS 7).
class MoreNeededTest {
    private static final Plan PLAN =
            PlanReader.read("http://127.0.0.1:1/", Map.of(), 1).plan();

    @Test
    void saysHowManyMoreSessionsWouldDecide() {
        Story story = new Story(10);
        for (int i = 0; i < 40; i++) {
            story.session("s" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(10));
        }
        Result result = result(story, Duration.ofSeconds(8));

        long more = MoreSessions.sequential(Thresholds.DEFAULT, 40, 0, 0.01, 0.9);
        assertThat(result.notes())
                .as("400 requests in 8 s are 50 a second")
                .anyMatch(note -> note.startsWith("Another " + more + " sessions, " + Words.seconds(more * 10 / 50.0)
                        + ", would decide with 90 % probability"));
    }

    @Test
    void saysHowManyMoreAssignmentsWould() {
        Story story = new Story(10).control("ABC".repeat(3));

        assertThat(result(story, Duration.ofSeconds(1)).notes())
                .contains("Another 301 independent assignments would show with 99.8 % probability that the load is"
                        + " even, if it is.");
    }

    @Test
    void namesTheNumberForAFixedRun() {
        Story story = new Story(10, new Instances.Undeclared(), Expectation.STICKY, false);
        for (int i = 0; i < 40; i++) {
            story.session("s" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(10));
        }
        long fixed = MoreSessions.fixed(Thresholds.DEFAULT, 0.01, 0.9);

        assertThat(result(story, Duration.ofSeconds(1)).notes())
                .anyMatch(note -> note.contains("--sessions " + fixed + " would decide with 90 % probability"));
    }

    /// Sixty sessions kept, one moved for a cause that nothing told: as long as it may have failed it has to be
    /// made up for.
    @Test
    void makesUpForMovesThatAreUnexplained() {
        Story story = new Story(2);
        for (int i = 0; i < 60; i++) {
            story.session("s" + i, "BCD".substring(i % 3, i % 3 + 1).repeat(2));
        }
        Result result = result(story.session("moved", "AB"), Duration.ofSeconds(1));

        assertThat(result.stickiness().sessionsUnresolved()).isEqualTo(1);
        long more = MoreSessions.sequential(Thresholds.DEFAULT, 61, 1, 0.01, 0.9);
        assertThat(result.notes()).anyMatch(note -> note.startsWith("Another " + more + " sessions, "));
    }

    /// If they failed, six of six are enough to fail: it is not sessions that are missing.
    @Test
    void asksForCausesWhereTheseDecide() {
        Story story = new Story(2);
        for (int i = 0; i < 6; i++) {
            story.request("moved" + i, "A");
        }
        for (int i = 0; i < 6; i++) {
            story.request("moved" + i, "B");
        }
        assertThat(result(story, Duration.ofSeconds(1)).notes())
                .anyMatch(note -> note.startsWith("What decides is why 6 sessions moved"))
                .noneMatch(note -> note.contains("would decide with"));
    }

    /// Nothing is missing but to know whether the incident comes back.
    @Test
    void saysNothingOfSessionsWhereOneIncidentDecides() {
        Story story = new Story(2);
        for (int i = 0; i < 20; i++) {
            story.session("s" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(2));
        }
        story.pause(Duration.ofSeconds(30));
        for (int i = 0; i < 10; i++) {
            story.session("hit" + i, "AB");
        }
        Result result = result(story.pause(Duration.ofSeconds(6)).request("after", "A"), Duration.ofSeconds(40));

        assertThat(result.stickiness().episodes().decisive()).isTrue();
        assertThat(result.notes()).noneMatch(note -> note.contains("would decide with"));
    }

    @Test
    void saysNothingWhereEverythingIsDecided() {
        Story story = new Story(2);
        for (int i = 0; i < 74; i++) {
            story.session("s" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(2));
        }
        story.control("ABC".repeat(80));

        assertThat(result(story, Duration.ofSeconds(1)).notes()).noneMatch(note -> note.startsWith("Another"));
    }

    /// With one instance more of the same tells nothing.
    @Test
    void saysNothingWithOneInstance() {
        Story story = new Story(2);
        for (int i = 0; i < 30; i++) {
            story.session("s" + i, "AA");
        }
        assertThat(result(story, Duration.ofSeconds(1)).notes()).noneMatch(note -> note.contains("would decide"));
    }

    private static Result result(Story story, Duration took) {
        Results.Run run =
                new Results.Run("probe", "test", "http://127.0.0.1:1/", Instant.EPOCH, took, Map.of(), List.of(), null);
        return Results.of(run, PLAN, story.findings(), new Ending(Ending.Kind.BOUNDED, "bounded"));
    }
}
