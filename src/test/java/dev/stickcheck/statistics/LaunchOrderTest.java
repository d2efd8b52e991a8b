package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// STATISTICS, trap 4: failures are known early, successes late.
class LaunchOrderTest {
    @Test
    void countsASessionOnlyWhenAllBeforeItAreResolved() {
        Story story = new Story(2).launch("slow");
        for (int i = 0; i < 10; i++) {
            story.request("fast-" + i, "A").request("fast-" + i, "B").control("A");
        }
        assertThat(story.progress().judged()).isZero();
        assertThat(story.progress().failedAnywhere()).isEqualTo(10);

        story.request("slow", "A").request("slow", "A");

        assertThat(story.progress().judged()).isGreaterThanOrEqualTo(5);
        assertThat(story.progress().stickiness()).isEqualTo(Decision.FAIL);
    }

    @Test
    void keepsTheCountAndTheDecisionOnceTheTestHasDecided() {
        Story story = new Story(2);
        for (int i = 0; i < 100; i++) {
            story.session("s" + i, i % 2 == 0 ? "AA" : "BB");
        }
        assertThat(story.progress().stickiness()).isEqualTo(Decision.PASS);
        assertThat(story.findings().stickiness().sessionsJudged()).isEqualTo(74);
        assertThat(story.findings().stickinessDecision()).isEqualTo(Decision.PASS);
    }

    /// At a true rate of 3 % (compliant) completion order says "fails" in 80 % of runs; launch order in 0.3 % (3.2).
    /// Of 300 runs at most 5 may: P(X > 5 | n=300, p=0.0032) < 0.001.
    @Test
    void seldomFailsACompliantBalancerWithAHundredSessionsUnderWay() {
        int wrong = 0;
        for (int run = 0; run < 300; run++) {
            if (decisionOf(new SplittableRandom(7_000 + run)) == Decision.FAIL) {
                wrong++;
            }
        }
        assertThat(wrong).isLessThanOrEqualTo(5);
    }

    private static Decision decisionOf(SplittableRandom random) {
        int requests = 10;
        double hazard = 1 - Math.pow(1 - 0.03, 1.0 / (requests - 1));
        Story story = new Story(requests);
        List<int[]> open = new ArrayList<>();
        int launched = 0;
        while (story.progress().stickiness() == Decision.UNDECIDED && (launched < 1000 || !open.isEmpty())) {
            while (open.size() < 100 && launched < 1000) {
                open.add(new int[] {launched, 0, launched % 3});
                story.launch("s" + launched);
                launched++;
            }
            int[] session = open.get(random.nextInt(open.size()));
            if (session[1] > 0 && random.nextDouble() < hazard) {
                session[2] = (session[2] + 1) % 3;
            }
            story.request("s" + session[0], String.valueOf((char) ('A' + session[2])));
            if (++session[1] == requests) {
                open.remove(session);
            }
        }
        return story.progress().stickiness();
    }
}
