package dev.stickcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmsJudgementTest {
    @ParameterizedTest
    @CsvSource({
        "PASS, PASS, on",
        "PASS, INCONCLUSIVE, off",
        "PASS, FAIL, off",
        "INCONCLUSIVE, PASS, on",
        "INCONCLUSIVE, INCONCLUSIVE, on",
        "INCONCLUSIVE, FAIL, off",
        "FAIL, PASS, on",
        "FAIL, INCONCLUSIVE, on",
        "FAIL, FAIL, on"
    })
    void showsTheWorseArm(Verdict on, Verdict off, String shown) {
        assertThat(ArmsJudgement.worse(check(on, "on"), check(off, "off")).why())
                .isEqualTo(shown);
    }

    private static Check check(Verdict outcome, String why) {
        return new Check("instances", null, null, null, outcome, why);
    }
}
