package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.lab.Peer.Health;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// STATISTICS 1.3 on a simulated clock: what happens to instances and cookies gives every switch its right name, in at
/// least 95 of 100 seeded runs, and makes no balancer fail that does what it should.
class MoveLabelsTest {
    private static final int RUNS = 100;
    private static final int RIGHT = 95;

    @Test
    void callsItFailoverWhenAnInstanceIsKilled() {
        Scenario killed = Scenario.cookie(3).health(2, 0, Health.DOWN);

        assertThat(wrong(killed, 10, MoveCause.FAILOVER)).isEmpty();
    }

    @Test
    void callsItFailoverWhenTheInstanceLaterComesBack() {
        Scenario restored = Scenario.cookie(3).health(2, 0, Health.DOWN).health(6, 0, Health.UP);

        assertThat(wrong(restored, 10, MoveCause.FAILOVER)).isEmpty();
    }

    /// Half a second for twenty sessions: the fresh requests that tell it for the first must serve for all.
    @Test
    void callsItFailoverWhenTheInstanceIsBackSoon() {
        Scenario restarted = Scenario.cookie(2).health(2, 0, Health.DOWN).health(2.5, 0, Health.UP);
        List<SimulatedRun.Told> runs = LongStream.range(0, RUNS)
                .mapToObj(seed -> SimulatedRun.of(SimulatedPlans.sequential(10, 20, 200), restarted, seed))
                .toList();

        assertThat(runs)
                .filteredOn(run -> run.findings().stickiness().switches() > 0)
                .hasSizeGreaterThanOrEqualTo(RIGHT);
        assertThat(mislabelled(runs, EnumSet.of(MoveCause.FAILOVER))).hasSizeLessThanOrEqualTo(RUNS - RIGHT);
        assertThat(runs).allSatisfy(run -> assertThat(run.judgement().verdict()).isNotEqualTo(Verdict.FAIL));
    }

    @Test
    void callsItADrainWhenAnInstanceGetsNothingNewForAWhileAndIsThenStopped() {
        Scenario drained = Scenario.cookie(3).health(2, 0, Health.DRAINING).health(18, 0, Health.DOWN);

        assertThat(wrong(drained, 100, MoveCause.DRAIN)).isEmpty();
    }

    @Test
    void callsItExpiredWhenTheCookiesOwnLifetimeEnds() {
        Scenario shortLived = Scenario.cookie(3, Duration.ofSeconds(2));

        assertThat(wrong(shortLived, 20, MoveCause.EXPIRED)).isEmpty();
    }

    @Test
    void callsItAReplacementWhenANewInstanceTakesThePlaceOfAnother() {
        Scenario replaced = Scenario.cookie(3).replace(2, 0, "instance-1b");

        assertThat(wrong(replaced, 10, MoveCause.REPLACEMENT)).isEmpty();
    }

    /// Hashing of addresses moves sessions back to an instance that returns: no failure only where that is accepted.
    @Test
    void callsItARebalanceWhenAReturningInstanceTakesSessionsOver() {
        Scenario returning = Scenario.of(new AddressHash(Rotation.over(3)), 3)
                .health(2, 0, Health.DOWN)
                .health(6, 0, Health.UP);

        assertThat(wrong(returning, 30, MoveCause.FAILOVER, MoveCause.REBALANCE))
                .isEmpty();
    }

    @Test
    void callsItATrueFailureWhenTheBalancerMisroutes() {
        List<SimulatedRun.Told> runs = runs(Scenario.cookie(3).misroute(0.05), 10);

        assertThat(mislabelled(runs, EnumSet.of(MoveCause.TRUE_FAILURE))).hasSizeLessThanOrEqualTo(RUNS - RIGHT);
    }

    /// STATISTICS 1.3: a balancer that loses its table once is hit once, however many sessions that moves.
    @Test
    void doesNotFailABalancerThatLosesItsTableOnce() {
        List<SimulatedRun.Told> runs = runs(Scenario.cookie(3).become(10, Scenario.cookiePolicy(3, 2)), 10);

        assertThat(runs).allSatisfy(run -> assertThat(run.judgement().verdict()).isNotEqualTo(Verdict.FAIL));
        assertThat(runs)
                .filteredOn(run -> run.findings().stickiness().episodes().decisive())
                .hasSizeGreaterThan(RUNS / 10)
                .allSatisfy(run -> assertThat(run.judgement().summary()).contains("single episode"));
    }

    @Test
    void failsABalancerThatBreaksForGoodHoweverLongItWasSound() {
        List<SimulatedRun.Told> runs = runs(Scenario.cookie(3).become(10, new WeightedRandom()), 10);

        assertThat(runs).allSatisfy(run -> assertThat(run.judgement().verdict()).isEqualTo(Verdict.FAIL));
    }

    /// Starved but alive is no excuse: its sessions never had to leave it.
    @Test
    void stillFailsALoadThatIsUneven() {
        List<SimulatedRun.Told> runs = runs(Scenario.starving(), 10);

        assertThat(runs).allSatisfy(run -> assertThat(run.judgement().verdict()).isEqualTo(Verdict.FAIL));
    }

    /// Runs with other labels where there are too many, and every run that fails a balancer that is compliant.
    private static List<String> wrong(Scenario scenario, int requests, MoveCause... right) {
        List<SimulatedRun.Told> runs = runs(scenario, requests);
        long moved = runs.stream()
                .filter(run -> run.findings().stickiness().switches() > 0)
                .count();
        assertThat(moved).as("runs that saw a move at all").isGreaterThanOrEqualTo(RIGHT);
        List<String> mislabelled = mislabelled(runs, EnumSet.of(right[0], right));
        List<String> wrong = new ArrayList<>(mislabelled.size() > RUNS - RIGHT ? mislabelled : List.of());
        for (SimulatedRun.Told run : runs) {
            // Evenness too: what is away cannot be sent its part.
            if (run.judgement().verdict() == Verdict.FAIL) {
                wrong.add("fails: " + run.judgement().summary());
            }
        }
        return wrong;
    }

    private static List<SimulatedRun.Told> runs(Scenario scenario, int requests) {
        return LongStream.range(0, RUNS)
                .mapToObj(seed ->
                        SimulatedRun.of(SimulatedPlans.sequential(requests, MoveCause.REBALANCE), scenario, seed))
                .toList();
    }

    private static List<String> mislabelled(List<SimulatedRun.Told> runs, Set<MoveCause> right) {
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < runs.size(); seed++) {
            Map<MoveCause, Long> moves = runs.get(seed).findings().stickiness().moves();
            if (moves.entrySet().stream().anyMatch(move -> move.getValue() > 0 && !right.contains(move.getKey()))) {
                wrong.add("seed " + seed + " in " + runs.get(seed).seconds() + " s: " + moves);
            }
        }
        return wrong;
    }
}
