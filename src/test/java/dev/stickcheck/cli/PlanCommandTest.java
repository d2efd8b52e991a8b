package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `stickcheck plan`, from its arguments to what it prints.
class PlanCommandTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(PlanCommandTest.class.getResourceAsStream("/dev/stickcheck/schema/plan-1.json"));

    private static Command plan(String options) {
        return Command.run(("plan " + options).strip().split(" +"));
    }

    /// The contract's example.
    @Test
    void answersAsTheContractSays() {
        Command command = plan("--json");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.err()).isEmpty();
        Json json = command.json();
        assertThat(json.text("/schema")).isEqualTo("stickcheck/plan/1");
        assertThat(json.number("/sessions/expected")).isCloseTo(136.5, within(0.05));
        assertThat(json.number("/sessions/p95")).isEqualTo(284);
        assertThat(json.number("/sessions/fixed")).isEqualTo(208);
        assertThat(json.number("/assignments")).isEqualTo(310);
        assertThat(json.number("/requests")).isEqualTo(3150);
        assertThat(json.number("/seconds")).isEqualTo(63);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--power 95% --mechanism",
                "--improvement 15% --latency-sd 0.5 --deff 2 --budget 60s",
                "--instances a=7,b=2,c=1 --evenness max-deviation",
                "--weights 7,2,1 --budget 3000",
                "--instances 1 --budget 5",
                "--rate unlimited",
                "--rate unlimited --latency 20ms --think-time 1s --concurrency 4",
                "--true-rate 4.99%",
                "--true-rate 20% --max-stickiness-failures 0.1 --confidence 99%"
            })
    void fitsItsSchema(String options) {
        Command command = plan(options + " --json");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(SCHEMA.validate(command.json().root())).isEmpty();
    }

    @Test
    void saysItInWords() {
        Command command = plan("--instances 3 --power 95% --mechanism --budget 60s");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.err()).isEmpty();
        assertThat(command.out())
                .startsWith("plan  3,311 requests, 1 min 6 s at 50 a second")
                .contains("sequential: 136.5 sessions on average, 284 in 95 % of runs")
                .contains("fixed (--sessions): 208")
                .contains("PASS only if at most 5 failures; FAIL from ")
                .doesNotContain("assumed");
        assertThat(command.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--power 100%|--power must lie between 50% and 99.99%, got '100%'",
                "--true-rate 7|--true-rate must lie between 0% and 100%, got '7' (7% needs its %)",
                "--true-rate 5%|--true-rate must differ from --max-stickiness-failures",
                "--instances 0|--instances must be at least 1, got 0",
                "--weights 7|--weights must be at least two positive numbers",
                "--weights 7,-2|--weights must be at least two positive numbers",
                "--weights 7,2 --instances 2|--weights says how many instances there are",
                "--budget soon|--budget must be a time such as 60s or 5m, or a number of requests",
                "--budget 0|--budget must be at least 1, got 0",
                "--rate unlimited --budget 1m|--budget of time with --rate unlimited needs --latency",
                "--deff 2|--deff belongs to --improvement",
                "--improvement 10% --beyond 15%|--beyond must be below --improvement, got 15% and 10%",
                "--improvement 10% --latency-sd much|--latency-sd must be a number from 0.001 to 10, got 'much'",
                "--requests-per-session 1|--requests-per-session must be at least 2, got 1",
                "--evenness odd|--evenness must be one of variation, max-deviation, got 'odd'",
                "--latency fast|--latency must be a duration such as 500ms"
            })
    void refusesWhatMakesNoSense(String options, String complaint) {
        Command command = plan(options);

        assertThat(command.code()).as(command.toString()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
        assertThat(command.err().lines()).hasSize(1).first().asString().startsWith("stickcheck: " + complaint);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Command command = plan("--power 2 --rate never --budget soon");

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err().lines()).hasSize(3);
    }

    @Test
    void warnsOfMoreThanASequentialProbeSends() {
        assertThat(plan("--true-rate 3%").out()).contains("ends at 1,000 sessions: use --sessions 1103");
        assertThat(plan("--true-rate 4.99%").out()).startsWith("plan  more than 100,000 sessions");
    }

    @Test
    void answersForAnyBudget() {
        assertThat(plan("--budget 1").out())
                .contains("no PASS, not even without a failure; no FAIL")
                .contains("decides nothing with 95 % probability")
                .contains("evenness: no PASS, no FAIL")
                .doesNotContain("–");
        assertThat(plan("--budget 1000000000000").out())
                .contains("100,000,000,000 sessions")
                .containsPattern("PASS only if at most 4,99[0-9],[0-9]{3},[0-9]{3} failures");
    }

    @Test
    void saysThatOneInstanceCanDecideNothing() {
        assertThat(plan("--instances 1").out()).contains("with one instance a session has nowhere to move");
    }

    /// STATISTICS 7, step 2: the larger of what evenness takes and of what it takes to see every instance.
    @Test
    void sendsAsManyAssignmentsAsShowEveryInstance() {
        Json plan = Json.of(plan("--instances 1000 --json").out());

        assertThat(plan.number("/assignments")).isEqualTo(plan.number("/assignmentsToSeeAll"));
        assertThat(Json.of(plan("--instances 3 --json").out()).number("/assignments"))
                .isEqualTo(310);
    }

    @Test
    void doesNotCallALimitCloseToTheRateWhenItIsOnlyLow() {
        assertThat(plan("--max-stickiness-failures 0.01%").out())
                .startsWith("plan  more than 100,000 sessions: the limit");
        assertThat(plan("--true-rate 4.5%").out())
                .as("a fixed number between ten and a hundred thousand")
                .containsPattern("fixed \\(--sessions\\): 1[0-9],[0-9]{3} for");
    }
}
