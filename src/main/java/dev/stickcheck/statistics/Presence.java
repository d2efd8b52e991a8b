package dev.stickcheck.statistics;

import java.util.function.DoubleSupplier;

/// When an instance came, and how long it has been without new sessions; counted in fresh assignments to anybody.
final class Presence {
    /// An absence of so many assignments would be due to chance once in 10,000: twice what says that one is gone.
    private static final int TIMES_GONE = 2;
    /// Fewer assignments than that show no absence, whatever the share.
    private static final int FEWEST = 2 * 7;

    private static final long NEVER = Long.MIN_VALUE;

    private long firstSeen = NEVER;
    private long appeared = NEVER;
    private long assignmentsBeforeFirst;
    private long assignmentsWhenSeen;
    private long assignmentsWhenAssigned;
    private long missedBeforeLastAnswer;

    /// An answer of the instance.
    ///
    /// @param sent when the request was sent
    /// @param assignment whether the balancer chose the instance afresh
    /// @param assignments of all instances so far, this one included
    /// @param wasGone whether sessions had to leave it, and as many assignments missed it as say that it was gone
    /// @param share of them that the instance should get
    /// @return whether it has only just appeared
    boolean answered(long sent, boolean assignment, long assignments, boolean wasGone, DoubleSupplier share) {
        long missed = assignments - (assignment ? 1 : 0) - assignmentsWhenSeen;
        boolean back = wasGone || (missed >= FEWEST && missed >= tooMany(share.getAsDouble()));
        if (back) {
            appeared = sent;
        }
        if (firstSeen == NEVER) {
            firstSeen = sent;
            assignmentsBeforeFirst = assignments - (assignment ? 1 : 0);
        }
        if (assignment) {
            assignmentsWhenAssigned = assignments;
        }
        assignmentsWhenSeen = assignments;
        missedBeforeLastAnswer = assignments - assignmentsWhenAssigned;
        return back;
    }

    private static long tooMany(double share) {
        return TIMES_GONE * AssignmentPlan.assignmentsToMiss(share);
    }

    /// Whether it has not been silent for so many assignments that it must be away.
    boolean present(long assignments, double share) {
        return firstSeen != NEVER && assignments - assignmentsWhenSeen < Math.max(FEWEST, tooMany(share));
    }

    /// Whether the instance first answered after a moment.
    boolean firstSeenAfter(long moment) {
        return firstSeen > moment;
    }

    /// Whether it first answered, or did so again after an absence, between two moments.
    boolean appearedBetween(long from, long to) {
        return appeared != NEVER && appeared >= from && appeared <= to;
    }

    /// Fresh assignments that it did not get up to its last answer to a session that it had already.
    long missedBeforeLastAnswer() {
        return missedBeforeLastAnswer;
    }

    /// How many assignments there had been before its first answer, at its last one, and at its last assignment.
    long assignmentsBeforeFirst() {
        return assignmentsBeforeFirst;
    }

    long assignmentsWhenSeen() {
        return assignmentsWhenSeen;
    }

    long assignmentsWhenAssigned() {
        return assignmentsWhenAssigned;
    }
}
