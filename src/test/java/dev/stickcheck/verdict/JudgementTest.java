package dev.stickcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which checks there are, what they say, and what follows for the whole.
class JudgementTest {
    private static final Ending DECIDED = new Ending(Kind.DECIDED, "every check is decided");

    @Test
    void passesASoundBalancerInOneSentence() {
        Judgement judgement = judge(sound(), Expectation.STICKY, new Instances.Undeclared());

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(names(judgement)).containsExactly("stickiness-failures", "imbalance", "errors");
        assertThat(judgement.summary())
                .startsWith("Sessions stick and the load is even: 0 of 74 sessions moved")
                .endsWith(".")
                .doesNotContain("\n");
        assertThat(check(judgement, "imbalance").why())
                .as("evenness of what was seen says nothing of what was not")
                .contains("among the 3 instances seen")
                .contains("--instances");
    }

    /// STATISTICS 0, trap 3: with one instance both statistics are empty words.
    @Test
    void isNotCertainWithOneInstance() {
        Story story = new Story(2);
        for (int i = 0; i < 80; i++) {
            story.session("s" + i, "AA");
        }
        Judgement judgement = judge(story, Expectation.STICKY, new Instances.Undeclared());

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check(judgement, "stickiness-failures").outcome()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check(judgement, "imbalance").outcome()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.summary()).startsWith("Not certain: only one instance answered");
    }

    @Test
    void failsEvennessWithOneInstanceWhereThreeAreDeclared() {
        Instances three = new Instances.Counted(3);
        Story story = new Story(2, three, Expectation.STICKY, true);
        for (int i = 0; i < 80; i++) {
            story.session("s" + i, "AA");
        }
        Judgement judgement = judge(story, Expectation.STICKY, three);

        assertThat(check(judgement, "stickiness-failures").outcome()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check(judgement, "imbalance").outcome()).isEqualTo(Verdict.FAIL);
        assertThat(check(judgement, "instances").outcome()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    }

    /// STATISTICS 0, trap 5: two moves in forty sessions are 5 %, and say neither yes nor no.
    @Test
    void doesNotHoldAPointEstimateAgainstTheLimit() {
        Story story = new Story(2, new Instances.Undeclared(), Expectation.STICKY, false);
        for (int i = 0; i < 17; i++) {
            story.session("s" + i, i % 2 == 0 ? "AA" : "BB");
        }
        for (int i = 0; i < 3; i++) {
            story.session("moving-" + i, "AB").session("back-" + i, "AA");
        }
        Judgement judgement = judge(story, Expectation.STICKY, new Instances.Undeclared());

        Check check = check(judgement, "stickiness-failures");
        assertThat(check.observed()).isGreaterThan(0.10);
        assertThat(check.outcome()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(check.interval().contains(0.05)).isTrue();
    }

    @Test
    void gatesNeitherStickinessNorEvennessWhereNothingIsExpected() {
        assertThat(names(judge(sound(), Expectation.ANY, new Instances.Undeclared())))
                .containsExactly("errors");
        assertThat(names(judge(sound(), Expectation.SPREAD, new Instances.Undeclared())))
                .containsExactly("imbalance", "errors");
    }

    @Test
    void holdsTheResponseTimeAgainstItsLimitOnlyWhenThereIsOne() {
        Thresholds strict = new Thresholds(0.05, 0.3, 0.01, Duration.ofMillis(1), 0.95);
        Judgement judgement =
                Judgement.of(sound().findings(), DECIDED, Expectation.ANY, new Instances.Undeclared(), strict);

        assertThat(check(judgement, "p95").outcome()).isEqualTo(Verdict.FAIL);
        assertThat(check(judgement, "p95").limit()).isEqualTo(1);
        assertThat(judgement.summary()).startsWith("Answers are too slow: 95 % of the answers came within 2.0 ms");
    }

    @Test
    void countsErrorsAsTheyHappened() {
        Story story = sound();
        story.control("!".repeat(20));
        Judgement judgement = judge(story, Expectation.STICKY, new Instances.Undeclared());

        assertThat(check(judgement, "errors").outcome()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.summary()).startsWith("Too many requests fail: 20 of");
    }

    @Test
    void failsRatherThanBeUncertain() {
        assertThat(Verdict.of(List.of(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.FAIL)))
                .isEqualTo(Verdict.FAIL);
        assertThat(Verdict.of(List.of(Verdict.PASS, Verdict.INCONCLUSIVE))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.of(List.of(Verdict.PASS, Verdict.PASS))).isEqualTo(Verdict.PASS);
    }

    @Test
    void neverCallsWhatWasNotMeasuredAPass() {
        Ending unreachable = new Ending(Kind.UNREACHABLE, "no request was answered (connection refused)");
        Story story = new Story(2).control("!!!");
        Judgement judgement = Judgement.of(
                story.findings(), unreachable, Expectation.STICKY, new Instances.Undeclared(), Thresholds.DEFAULT);

        assertThat(judgement.verdict()).isNotEqualTo(Verdict.PASS);
        assertThat(judgement.summary())
                .isEqualTo("Nothing could be measured: no request was answered (connection refused).");
    }

    private static Story sound() {
        Story story = new Story(2);
        for (int i = 0; i < 74; i++) {
            story.session("s" + i, "ABC".substring(i % 3, i % 3 + 1).repeat(2));
        }
        return story.control("ABC".repeat(80));
    }

    private static Judgement judge(Story story, Expectation expectation, Instances declared) {
        return Judgement.of(story.findings(), DECIDED, expectation, declared, Thresholds.DEFAULT);
    }

    private static List<String> names(Judgement judgement) {
        return judgement.checks().stream().map(Check::name).toList();
    }

    private static Check check(Judgement judgement, String name) {
        return judgement.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
