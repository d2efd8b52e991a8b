package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.config.QuestionReader;
import dev.stickcheck.model.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What answers cost, against the tables of STATISTICS 3.2, 4.4, 5.4 and 7.
class PlannerTest {
    private static Question question(String... options) {
        Map<String, List<String>> given = new HashMap<>();
        for (String option : options) {
            String[] parts = option.split("=", 2);
            given.put(parts[0], parts.length == 1 ? List.of() : List.of(parts[1]));
        }
        return QuestionReader.read(given);
    }

    private static Price price(String... options) {
        return Planner.price(question(options));
    }

    /// The contract's example.
    @Test
    void asksForWhatADefaultProbeTakes() {
        Price price = price();

        assertThat(price.sessions().expected()).isCloseTo(136.5, within(0.05));
        assertThat(price.sessions().p95()).isEqualTo(284);
        assertThat(price.sessions().fixed()).isEqualTo(208);
        assertThat(price.assignments()).isEqualTo(310);
        assertThat(price.requests()).isEqualTo(3150);
        assertThat(price.seconds()).isCloseTo(63.0, within(1e-9));
    }

    /// STATISTICS 7: 284·10 + 183 + 96·3 = 3311 requests, 66 s at 50 a second.
    @Test
    void agreesWithTheWorkedExample() {
        Price price = price("power=95%", "mechanism");

        assertThat(price.assignments()).isEqualTo(183);
        assertThat(price.mechanism()).isEqualTo(288);
        assertThat(price.requests()).isEqualTo(3311);
        assertThat(price.seconds()).isCloseTo(66, within(0.5));
    }

    /// STATISTICS 1.4 and 7, step 3: 160 pairs for two instances, 96 for more, and (k−1)/2 decoys in
    /// each.
    @ParameterizedTest
    @CsvSource({"2, 400", "3, 288", "5, 384"})
    void asksForPairsThatTellTheMechanism(int instances, long requests) {
        assertThat(Planner.mechanism(instances)).isEqualTo(requests);
    }

    /// STATISTICS 7: with p95 15 % faster, sigma 0.5 and a design effect of 2, 2896 requests more, 58 s.
    @Test
    void addsTheComparisonOfLatencies() {
        Price price = price("improvement=15%", "latency-sd=0.5", "deff=2");

        assertThat(price.latency()).isNotNull();
        assertThat(2 * price.latency().perArm()).isCloseTo(2896L, within(2L));
        assertThat(price.requests()).isEqualTo(3150 + 2 * price.latency().perArm());
        assertThat(price.seconds()).isCloseTo(63 + 58.0, within(0.5));
    }

    /// STATISTICS 3.2: the sequential test's mean and 95 % point, and the fixed number for 95 % right verdicts. The
    /// table is without the least of five sessions, which adds up to one and a half to the means and makes the 95 %
    /// point at 10 % 526 instead of 525; StoppingTimeTest holds the table itself.
    @ParameterizedTest
    @CsvSource({
        "0, 74, 74, 59",
        "0.1%, 78.4, 131, 93",
        "1%, 136.5, 284, 208",
        "2%, 286.7, 699, 434",
        "3%, 773.9, 1940, 1103",
        "8%, 537.4, 1399, 771",
        "10%, 196.8, 526, 321",
        "20%, 28.3, 72, 57"
    })
    void takesTheSessionsOfTheTable(String rate, double expected, long p95, long fixed) {
        Price.Sessions sessions = price("true-rate=" + rate).sessions();

        assertThat(sessions.expected()).isBetween(expected - 0.06, expected + 1.5);
        assertThat(sessions.p95()).isEqualTo(p95);
        assertThat(sessions.fixed()).isEqualTo(fixed);
    }

    @Test
    void saysThatItIsTooMuchCloseToTheLimit() {
        Price.Sessions sessions = price("true-rate=4.99%").sessions();

        assertThat(sessions.expected()).isNull();
        assertThat(sessions.p95()).isNull();
        assertThat(sessions.fixed()).isNull();
        assertThat(price("true-rate=4.99%").requests()).isNull();
    }

    /// STATISTICS 4.4, assignments with which a balanced balancer passes with 95 %; 2 and 3 exact, others from a Monte
    /// Carlo of 1e5 there and of ours: 3 %.
    @ParameterizedTest
    @CsvSource({"2, 152, 0", "3, 183, 0", "5, 235, 8", "10, 317, 10", "20, 429, 13", "50, 641, 20"})
    void takesTheAssignmentsOfTheTable(int instances, long assignments, long off) {
        assertThat(BalancedPower.units(Shares.equal(instances), 0.30, 0.05, 0.95))
                .isCloseTo(assignments, within(off));
    }

    /// STATISTICS 4.4 and oracles section 4: P(PASS | balanced).
    @ParameterizedTest
    @CsvSource({"100, 0.67179", "183, 0.95258", "201, 0.96965"})
    void passesABalancedLoadAsOftenAsComputed(long n, double probability) {
        assertThat(BalancedPower.passes(Shares.equal(3), n, 0.30, 0.05)).isCloseTo(probability, within(5e-6));
    }

    /// STATISTICS 7: "with 300 sessions: PASS only if at most 5 failures; FAIL from 28".
    @Test
    void saysWhatThreeHundredSessionsDecide() {
        Price.Affordable budget = price("budget=3100").affordable();
        assertThat(budget.sessions()).isEqualTo(310);

        Price.Affordable three =
                new Affordable(question("instances=1"), new SequentialTest(0.05, 0.05, 5)).within(3000);
        assertThat(three.sessions()).isEqualTo(300);
        assertThat(three.passUpTo()).isEqualTo(5);
        assertThat(three.failFrom()).isEqualTo(28);
    }

    /// What a budget promises holds at the rates that it names, by the exact stopping time.
    @Test
    void namesTheRatesThatABudgetDecides() {
        Price.Affordable budget = price("budget=60s").affordable();
        SequentialTest test = new SequentialTest(0.05, 0.05, 5);
        int sessions = (int) budget.sessions();

        assertThat(budget.requests()).isEqualTo(3000);
        assertThat(test.operating(budget.passesBelow(), sessions).pass()).isGreaterThanOrEqualTo(0.95);
        assertThat(test.operating(budget.passesBelow() * 1.02, sessions).pass()).isLessThan(0.95);
        assertThat(test.operating(budget.failsAbove(), sessions).fail()).isGreaterThanOrEqualTo(0.95);
        assertThat(test.operating(budget.failsAbove() * 0.98, sessions).fail()).isLessThan(0.95);
        assertThat(test.interval(sessions, 0).high()).isEqualTo(budget.smallestLimit());
    }

    /// As a probe mixes them: 74 sessions of ten requests and 236 of one are what a clean probe sends.
    @Test
    void spreadsABudgetAsAProbeDoes() {
        Price.Affordable clean = price("budget=976").affordable();
        assertThat(clean.sessions()).isEqualTo(74);
        assertThat(clean.assignments()).isEqualTo(310);
        assertThat(clean.passUpTo()).isZero();

        Affordable affordable = new Affordable(question(), new SequentialTest(0.05, 0.05, 5));
        long sessions = 0;
        long assignments = 0;
        for (int requests = 1; requests < 4_000; requests += 7) {
            long now = affordable.sessions(requests);
            assertThat(now).as("%d requests", requests).isGreaterThanOrEqualTo(sessions);
            assertThat(requests - 9 * now)
                    .as("assignments of %d requests, but for those of a session that just fits", requests)
                    .isGreaterThanOrEqualTo(assignments - 9);
            sessions = now;
            assignments = requests - 9 * now;
        }
    }

    /// What `--evenness max-deviation` asks for, not what the variation would.
    @Test
    void namesTheDeviationsThatABudgetDecides() {
        Price.Affordable budget =
                price("budget=10000", "evenness=max-deviation").affordable();
        CriticalValues critical = DeviationGate.criticalValues(Shares.equal(3), budget.assignments(), 0.30, 0.05);

        assertThat(budget.evenUpTo()).isEqualTo(critical.passW()).isLessThan(0.30);
        assertThat(budget.unevenFrom()).isEqualTo(critical.failW()).isGreaterThan(0.30);
    }

    @Test
    void decidesNothingWithNothing() {
        Price.Affordable budget = price("budget=5").affordable();

        assertThat(budget.sessions()).isZero();
        assertThat(budget.passUpTo()).isEqualTo(-1);
        assertThat(budget.failFrom()).isNull();
        assertThat(budget.passesBelow()).isNull();
        assertThat(budget.evenUpTo()).isNull();
    }

    /// STATISTICS 7, step 5: ⌈S/c⌉·((R−1)(g+ℓ)+ℓ).
    @Test
    void countsTheTimeOfSessionsWhereThatIsLonger() {
        assertThat(price("latency=100ms", "think-time=1s").seconds())
                .isCloseTo(Math.ceilDiv(284, 10) * (9 * 1.1 + 0.1), within(1e-9));
        assertThat(price("latency=1ms").seconds()).isCloseTo(63, within(1e-9));
        assertThat(price("rate=unlimited").seconds()).isNull();
        assertThat(price("rate=unlimited", "latency=1s", "budget=100s")
                        .affordable()
                        .requests())
                .isEqualTo(1000);
    }

    /// STATISTICS 4.6.
    @Test
    void countsAssignmentsUntilAllHaveShown() {
        assertThat(price("weights=7,2,1").assignmentsToSeeAll()).isEqualTo(44);
    }

    /// From where a probe stands: a hundred sessions with one failure need 31 more without another.
    @Test
    void goesOnFromWhereAProbeStands() {
        Question question = question();
        assertThat(MoreSessions.sequential(question.thresholds(), 100, 1, 0, 0.9))
                .isEqualTo(31);
        assertThat(MoreSessions.sequential(question.thresholds(), 100, 1, 1, 0.9))
                .isEqualTo(stillNeeded(100, 1));
        assertThat(MoreSessions.sequential(question.thresholds(), 0, 0, 0.01, 0.95))
                .isEqualTo(284);
        assertThat(MoreSessions.sequential(question.thresholds(), 1000, 50, 0.05, 0.9))
                .isNull();
        assertThat(MoreSessions.sequential(question.thresholds(), 100, 40, 0.4, 0.9))
                .as("decided already")
                .isNull();
    }

    private static long stillNeeded(long sessions, long failures) {
        SequentialTest test = new SequentialTest(0.05, 0.05, 5);
        long more = 1;
        while (test.decide(sessions + more, failures + more) == Decision.UNDECIDED) {
            more++;
        }
        return more;
    }
}
