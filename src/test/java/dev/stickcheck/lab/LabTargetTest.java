package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabTargetTest {
    @Test
    void readsThePolicyAndItsParametersInOrder() {
        LabSpec spec = LabTarget.parse(" lab:cookie?weights=7,2,1&instances=3&misroute=8% ");
        assertThat(spec.policy()).isEqualTo("cookie");
        assertThat(spec.parameters())
                .containsExactly(entry("weights", "7,2,1"), entry("instances", "3"), entry("misroute", "8%"));
        assertThat(LabSpec.parse("LAB:random?")).isEqualTo(new LabSpec("random", Map.of()));
    }

    @Test
    void hasThreeEqualInstancesThatAnswerAtOnceWhenNothingIsSaid() {
        Blueprint blueprint = blueprint("lab:round-robin");
        assertThat(blueprint.table()).isEqualTo(Table.ofWeights(List.of(1, 1, 1)));
        assertThat(blueprint.latency()).isZero();
        assertThat(blueprint.seed()).isEqualTo(99);
    }

    @Test
    void takesTheNumberOfInstancesFromTheWeights() {
        assertThat(blueprint("lab:cookie?weights=7,2").shares())
                .containsExactly(entry("instance-1", 7.0), entry("instance-2", 2.0));
    }

    @ParameterizedTest
    @CsvSource({"0.08, 0.08", "8%, 0.08", "100%, 1", "1, 1", "0.5%, 0.005"})
    void readsShares(String written, double share) {
        assertThat(policy("lab:cookie?misroute=" + written))
                .isInstanceOfSatisfying(
                        Misrouting.class,
                        misrouting -> assertThat(misrouting.share()).isEqualTo(share));
    }

    @Test
    void breaksNothingWhenNothingIsMisrouted() {
        assertThat(policy("lab:cookie?misroute=0%")).isInstanceOf(InsertedCookie.class);
    }

    @ParameterizedTest
    @CsvSource({"5ms, 5", "0ms, 0", "2s, 2000", "5m, 300000", "1h, 3600000", "1.5s, 1500"})
    void readsDurations(String written, long millis) {
        assertThat(blueprint("lab:cookie?latency=" + written).latency()).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab:cooky                 | did you mean cookie? There are round-robin, random, least-connections",
                "lab:roundrobin            | did you mean round-robin?",
                "lab:zzzzzzzzzzzzzzz       | 'zzzzzzzzzzzzzzz'; there are round-robin, random, least-connections",
                "lab:                      | there are round-robin",
                "lab:Cookie                | did you mean cookie?",
                "lab:cookie?instance=3     | did you mean instances? There are instances, weights, latency, state",
                "lab:cookie?frobnicate=1   | 'frobnicate'; there are instances",
                "lab:cookie?instances      | name=value, got 'instances'",
                "lab:cookie?=3             | name=value, got '=3'",
                "lab:cookie?seed=1&        | name=value, got ''",
                "lab:cookie?seed=1&seed=1  | 'seed' is given twice",
                "http://127.0.0.1/         | a lab is written lab:POLICY?name=value",
            })
    void saysWhatCanBeWrittenInstead(String target, String hint) {
        assertThat(problem(target)).hasMessageContaining(hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instances=0",
                "instances=101",
                "instances=-1",
                "instances=3.5",
                "instances=",
                "instances=NaN",
                "instances=99999999999",
                "weights=",
                "weights=1,,1",
                "weights=0,1",
                "weights=-1,1",
                "weights=NaN,1",
                "weights=1.5,1",
                "weights=1001",
                "weights=1;2",
                "misroute=2",
                "misroute=101%",
                "misroute=-0.1",
                "misroute=NaN",
                "misroute=Infinity",
                "misroute=8%%",
                "misroute=",
                "misroute=1e-1",
                "seed=x",
                "seed=",
                "seed=1.5",
                "seed=9223372036854775808",
                "latency=5",
                "latency=-5ms",
                "latency=ms",
                "latency=5 ms",
                "latency=2h",
                "latency=5d",
                "latency=",
                "latency=NaNs"
            })
    void refusesAValueThatMakesNoSense(String parameter) {
        String name = parameter.substring(0, parameter.indexOf('='));
        assertThat(problem("lab:cookie?" + parameter)).hasMessageStartingWith(name + " takes ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instances=4&weights=7,2,1 | there are 4 instances and 3 weights",
                "instances=1&misroute=8%   | give at least instances=2",
                "weights=1&misroute=8%     | give at least instances=2"
            })
    void refusesValuesThatContradictEachOther(String query, String why) {
        assertThat(problem("lab:cookie?" + query)).hasMessageContaining(why);
    }

    @Test
    void refusesMoreWeightsThanInstancesCanBe() {
        assertThat(problem("lab:cookie?weights=" + "1,".repeat(100) + "1"))
                .hasMessageContaining("at most 100 instances");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab:\u001b[31mred",
                "lab:a\nb",
                "lab:cookie?\u202Ex=1",
                "lab:cookie?seed=\r\n1\u0000",
                "\u0007",
                "lab:<b>"
            })
    void answersInOneHarmlessLine(String target) {
        assertThat(problem(target)).message().matches("[^\\p{Cntrl}\\p{Cf}]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab:%s", "lab:cookie?%s=1", "lab:cookie?seed=%s", "%s"})
    void answersMegabytesInOneShortLine(String target) {
        assertThat(problem(target.formatted("x".repeat(2_000_000)))).message().hasSizeLessThan(250);
    }

    private static LabProblem problem(String target) {
        LabProblem problem = catchThrowableOfType(LabProblem.class, () -> LabTarget.parse(target));
        assertThat(problem.usage()).isTrue();
        return problem;
    }

    private static Policy policy(String target) {
        return switch (blueprint(target).balancing()) {
            case Balancing.Embedded embedded -> embedded.policy();
            case Balancing.Real real -> throw new AssertionError(real);
        };
    }

    private static Blueprint blueprint(String target) {
        return Blueprint.of(LabTarget.parse(target), 99);
    }
}
