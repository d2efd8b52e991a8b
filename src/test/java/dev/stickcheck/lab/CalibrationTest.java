package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Operating;
import dev.stickcheck.statistics.SequentialTest;
import dev.stickcheck.statistics.SessionRate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The verdict of whole runs against the exact values of STATISTICS 3.2: 200 seeded runs at each true rate of sessions
/// that fail, by the real tally, judge and judgement, without sockets.
///
/// A share of 200 runs is uncertain by its binomial error, the mean number of sessions by that of the runs themselves;
/// bounds leave 3.5 of these, which all of the checks together exceed in one seed of a hundred.
class CalibrationTest {
    private static final int RUNS = 200;
    private static final double ERRORS = 3.5;
    private static final int REQUESTS = 10;
    private static final int INSTANCES = 3;

    @ParameterizedTest
    @CsvSource({
        "misroute, 0, 1000", "misroute, 0.01, 2000", "misroute, 0.05, 3000", "misroute, 0.08, 4000",
                "misroute, 0.20, 5000",
        "lose-pin, 0, 6000", "lose-pin, 0.01, 7000", "lose-pin, 0.05, 8000", "lose-pin, 0.08, 9000",
                "lose-pin, 0.20, 10000"
    })
    void keepsItsErrorRatesAndItsLength(String fault, double trueRate, long seed) {
        Plan plan = SimulatedPlans.sequential(REQUESTS);
        Operating exact = new SequentialTest(0.05, 0.05, 5)
                .operating(trueRate, plan.schedule().maxSessions());

        List<SimulatedRun.Told> runs = LongStream.range(seed, seed + RUNS)
                .parallel()
                .mapToObj(run -> SimulatedRun.of(plan, scenario(fault, trueRate), run))
                .toList();

        assertShare(runs, Verdict.PASS, exact.pass());
        assertShare(runs, Verdict.FAIL, exact.fail());
        assertShare(runs, Verdict.INCONCLUSIVE, exact.inconclusive());
        double[] sessions = runs.stream()
                .mapToDouble(run -> run.findings().stickiness().sessionsJudged())
                .toArray();
        double mean =
                LongStream.range(0, RUNS).mapToDouble(i -> sessions[(int) i]).sum() / RUNS;
        double squares = LongStream.range(0, RUNS)
                .mapToDouble(i -> (sessions[(int) i] - mean) * (sessions[(int) i] - mean))
                .sum();
        assertThat(Math.abs(mean - exact.expected()))
                .as("mean of sessions %s, exact %s", mean, exact.expected())
                .isLessThanOrEqualTo(ERRORS * Math.sqrt(squares / (RUNS - 1) / RUNS) + 1e-9);
    }

    private static void assertShare(List<SimulatedRun.Told> runs, Verdict verdict, double exact) {
        long count = runs.stream()
                .filter(run -> run.judgement().checks().getFirst().outcome() == verdict)
                .count();
        // Where it hardly ever happens the error says little: one run more is no surprise.
        assertThat(Math.abs(count - RUNS * exact))
                .as("%s of %s runs are %s, exact %s", count, RUNS, verdict, RUNS * exact)
                .isLessThanOrEqualTo(ERRORS * Math.sqrt(RUNS * exact * (1 - exact)) + 1);
    }

    /// Nine of ten requests can fail a session; of the pins that are lost one in three lands where it was.
    private static Scenario scenario(String fault, double trueRate) {
        double perRequest = SessionRate.perTransition(trueRate, REQUESTS);
        return switch (fault) {
            case "misroute" -> Scenario.cookie(INSTANCES).misroute(perRequest);
            default -> Scenario.cookie(INSTANCES).losePins(perRequest * INSTANCES / (INSTANCES - 1));
        };
    }
}
