package dev.stickcheck.statistics;

import dev.stickcheck.model.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which answers sessions got in the same round, for the randomisation test of STATISTICS 1.2; of the first sessions
/// only, so that memory stays bounded.
///
/// The probe visits a cohort round by round, each session once a round in an order drawn anew: a session's n-th request
/// is its visit in the n-th round. The first requests of a cohort are sent before any of its second ones, and those of
/// the next cohort after: so a session belongs to a new cohort exactly when it was launched after an earlier one of the
/// present cohort had sent its second request.
final class RoundLedger {
    /// Answers that are kept: 200 sessions of 10 requests, more than enough to see what sticks.
    static final int MOST_ANSWERS = 2_000;

    private static final int MOST_ROUNDS = 100;

    private final List<Row> rows = new ArrayList<>();
    private final int rounds;
    private final int sessions;

    private static final class Row {
        private final int[] answers;
        private long firstSent = Long.MAX_VALUE;
        private long secondSent = Long.MAX_VALUE;

        Row(int rounds) {
            answers = new int[rounds];
            Arrays.fill(answers, -1);
        }
    }

    RoundLedger(int requestsPerSession) {
        this.rounds = Math.min(requestsPerSession, MOST_ROUNDS);
        this.sessions = MOST_ANSWERS / rounds;
    }

    /// A request of a sticky session.
    ///
    /// @param instance the number of the instance that answered, or −1
    void observe(Observation observation, int instance) {
        if (observation.launch() >= sessions || observation.sequence() > rounds) {
            return;
        }
        while (rows.size() <= observation.launch()) {
            rows.add(new Row(rounds));
        }
        Row row = rows.get((int) observation.launch());
        if (observation.sequence() == 1) {
            row.firstSent = Nanos.of(observation.time());
        } else if (observation.sequence() == 2) {
            row.secondSent = Nanos.of(observation.time());
        }
        row.answers[observation.sequence() - 1] = instance;
    }

    /// The answers of each cohort's sessions, a row a session and a column a round; −1 where none is known.
    List<int[][]> cohorts() {
        List<int[][]> cohorts = new ArrayList<>();
        List<int[]> cohort = new ArrayList<>();
        long firstSecond = Long.MAX_VALUE;
        for (Row row : rows) {
            if (row.firstSent == Long.MAX_VALUE) {
                continue;
            }
            if (row.firstSent > firstSecond) {
                cohorts.add(cohort.toArray(int[][]::new));
                cohort.clear();
                firstSecond = Long.MAX_VALUE;
            }
            cohort.add(row.answers);
            firstSecond = Math.min(firstSecond, row.secondSent);
        }
        cohorts.add(cohort.toArray(int[][]::new));
        return cohorts;
    }
}
