package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.cookie.CookieJar;
import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.model.Arm;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void visitsEverySessionOnceARound(long seed) {
        int sessions = 2 + (int) seed;
        Cohort cohort = new Cohort(seed, sessions, 6);

        for (int round = 2; round <= 6; round++) {
            assertThat(cohort.round()).as("seed %d, round %d", seed, round).hasSize(sessions);
        }

        assertThat(cohort.rounds.done()).isTrue();
        assertThat(cohort.rounds.next(0)).isNull();
    }

    @Test
    void drawsEachRoundsOrderAnew() {
        Cohort cohort = new Cohort(11, 10, 21);
        List<List<Long>> orders = new ArrayList<>();
        for (int round = 2; round <= 21; round++) {
            orders.add(List.copyOf(cohort.round()));
        }

        assertThat(new HashSet<>(orders)).hasSameSizeAs(orders);
    }

    @Test
    void visitsInAnOrderThatOnlyTheSeedDecides() {
        assertThat(new Cohort(5, 8, 3).round()).isEqualTo(new Cohort(5, 8, 3).round());
        assertThat(new Cohort(5, 8, 3).round()).isNotEqualTo(new Cohort(6, 8, 3).round());
    }

    @Test
    void letsEverySessionComeFirstInItsTurn() {
        Cohort cohort = new Cohort(3, 4, 81);
        long[] firsts = new long[4];
        for (int round = 2; round <= 81; round++) {
            firsts[cohort.round().getFirst().intValue()]++;
        }

        assertThat(LongStream.of(firsts).boxed()).allMatch(times -> times >= 8 && times <= 36);
    }

    @Test
    void passesOverASessionThatIsUnderWayAndVisitsItOnceItHasAnswered() {
        Cohort cohort = new Cohort(1, 3, 2);
        SessionRun slow = cohort.sessions.get(1);
        slow.inFlight = true;

        assertThat(cohort.round()).containsExactlyInAnyOrder(0L, 2L);
        assertThat(cohort.rounds.next(0)).isNull();
        assertThat(cohort.rounds.done()).isFalse();
        assertThat(cohort.rounds.untilReady(0)).isEqualTo(Long.MAX_VALUE);

        slow.inFlight = false;
        cohort.rounds.answered(slow);
        assertThat(cohort.rounds.next(0)).isSameAs(slow);
    }

    @Test
    void beginsTheNextRoundOnlyWhenEverybodyWasVisited() {
        Cohort cohort = new Cohort(1, 3, 4);
        cohort.sessions.get(1).inFlight = true;
        cohort.round();

        assertThat(cohort.visit(0)).isNull();

        cohort.sessions.get(1).inFlight = false;
        cohort.rounds.answered(cohort.sessions.get(1));
        assertThat(cohort.visit(0)).isEqualTo(1L);
        assertThat(cohort.round()).containsExactlyInAnyOrder(0L, 1L, 2L);
    }

    @Test
    void waitsForASessionThatThinks() {
        Cohort cohort = new Cohort(1, 1, 2);
        cohort.sessions.getFirst().readyAt = 500;

        assertThat(cohort.rounds.next(499)).isNull();
        assertThat(cohort.rounds.untilReady(499)).isEqualTo(1);
        assertThat(cohort.rounds.next(500)).isSameAs(cohort.sessions.getFirst());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsNobodyWaitingForAnotherOnesThinkTime(long seed) {
        Cohort cohort = new Cohort(seed, 6, 2);
        cohort.sessions.forEach(session -> session.readyAt = 1_000 - 100 * session.launch);
        List<Long> visited = new ArrayList<>();

        for (long now = 500; now <= 1_000; now += 100) {
            assertThat(cohort.rounds.untilReady(now))
                    .as("seed %d at %d", seed, now)
                    .isIn(0L, Long.MAX_VALUE);
            Long next = cohort.visit(now);
            assertThat(next).as("seed %d at %d", seed, now).isNotNull();
            visited.add(next);
            assertThat(cohort.visit(now)).isNull();
        }

        assertThat(visited).containsExactly(5L, 4L, 3L, 2L, 1L, 0L);
    }

    /// Sessions whose first requests have been sent and answered.
    private static final class Cohort {
        final List<SessionRun> sessions;
        final Rounds rounds;

        Cohort(long seed, int size, int requests) {
            sessions = LongStream.range(0, size).mapToObj(Cohort::session).toList();
            rounds = new Rounds(new SplittableRandom(seed), requests);
            sessions.forEach(session -> session.sent = 1);
            rounds.replace(sessions);
        }

        private static SessionRun session(long launch) {
            CookieJar jar = new CookieJar(InstantSource.system(), PublicSuffixes.maintained());
            return new SessionRun(launch, "s" + launch, Arm.STICKY, new Transport.Route(launch, -1), jar);
        }

        /// As many visits as a round has, every one answered at once.
        List<Long> round() {
            List<Long> order = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                Long next = visit(0);
                if (next != null) {
                    order.add(next);
                }
            }
            assertThat(order).doesNotHaveDuplicates();
            return order;
        }

        @Nullable
        Long visit(long now) {
            SessionRun next = rounds.next(now);
            if (next == null) {
                return null;
            }
            next.sent++;
            return next.launch;
        }
    }
}
