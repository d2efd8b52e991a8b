package dev.stickcheck.verdict;

import dev.stickcheck.model.Answered;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.statistics.AssignmentPlan;
import dev.stickcheck.statistics.Decision;
import dev.stickcheck.statistics.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says what a measurement still needs, from how far it has come.
public final class Judge {
    /// With two instances of equal share one would hide for so long with a probability of 2⁻⁵⁸.
    private static final int SINGLE_INSTANCE = 59;
    /// Where evenness is judged on requests, this part of them is the control arm.
    private static final double CONTROL_OF_REQUESTS = 0.25;
    /// Effective units cost a pass over all sessions: looked at anew after so many requests.
    private static final int LOOK_EVERY = 50;

    private static final Ending DONE = new Ending(Kind.DECIDED, "every check is decided");

    private final Futility futility;
    private final Expectation expectation;
    private final boolean declared;
    private final Schedule schedule;
    private final Thresholds thresholds;
    private final Map<Long, Long> sessionsToPass = new HashMap<>();
    private final Map<Integer, Long> assignmentsWanted = new HashMap<>();
    private long burstSent;
    private long assignmentsBefore;
    private long nextLook;
    private boolean enoughUnits;

    public Judge(Plan plan) {
        this.futility =
                Futility.of(plan.url().getRawAuthority(), plan.schedule().concurrency());
        this.expectation = plan.expectation();
        this.declared = !(plan.instances() instanceof Instances.Undeclared);
        this.schedule = plan.schedule();
        this.thresholds = plan.thresholds();
    }

    /// What to send next, or that it is enough.
    public Demand demand(Progress progress) {
        Ending futile = futile(progress);
        if (futile != null) {
            return new Demand.Stop(futile);
        }
        if (!schedule.sequential()) {
            return new Demand.More(schedule.maxSessions(), 0);
        }
        return expectation == Expectation.SPREAD ? spread(progress) : sticky(progress);
    }

    private @Nullable Ending futile(Progress progress) {
        Ending futile = futility.ending(answered(progress));
        if (futile != null) {
            return futile;
        }
        // A declared single instance is no surprise, but nothing can be learnt from it either.
        boolean one = progress.instances() == 1 && progress.expectedInstances() == 1;
        if (one && expectation != Expectation.ANY && progress.assignments() >= SINGLE_INSTANCE) {
            return new Ending(
                    Kind.SINGLE_INSTANCE,
                    "only one instance in " + progress.assignments() + " assignments"
                            + (declared ? ", as declared" : "; --instances says how many there are"));
        }
        return null;
    }

    private static Answered answered(Progress progress) {
        return new Answered(
                progress.requests(),
                progress.answers(),
                progress.identified(),
                progress.errors(),
                progress.instances(),
                progress.tooManyIds(),
                progress.lastStatus(),
                progress.lastFailure());
    }

    private Demand sticky(Progress progress) {
        boolean decided = progress.stickiness() != Decision.UNDECIDED;
        boolean failed = progress.stickiness() == Decision.FAIL && expectation == Expectation.STICKY;
        if (failed && progress.mayBeOneEpisode().getAsBoolean()) {
            // Whether it was one incident is told by what comes after it.
            return new Demand.More(
                    schedule.maxSessions(), progress.assignmentsForMoves() > 0 && schedule.control() ? 0.5 : 0);
        }
        if (failed && !schedule.complete()) {
            return new Demand.Stop(new Ending(Kind.DECIDED, "sessions do not stick"));
        }
        long assignments = assignmentsLeft(progress);
        if (decided && assignments == 0) {
            return new Demand.Stop(DONE);
        }
        long needed = decided ? 0 : Math.min(schedule.maxSessions(), toPass(progress)) + progress.unjudgeable();
        if (!schedule.control()) {
            // Then their first requests are all the assignments there are.
            needed = Math.max(needed, progress.sessions() + assignments);
        }
        double requests = (double) Math.max(0, needed - progress.judged() - progress.unjudgeable())
                * schedule.requestsPerSession();
        double own = Math.max(0, assignments - requests / schedule.requestsPerSession());
        return new Demand.More(Math.min(schedule.maxSessions(), needed), share(progress, own, requests, decided));
    }

    private double share(Progress progress, double own, double sticky, boolean decided) {
        if (!schedule.control()) {
            return 0;
        }
        if (decided) {
            return 1;
        }
        return burst(progress, own == 0 ? 0 : own / (own + sticky));
    }

    /// Moves wait for fresh assignments, and with them the count of sessions: as many as tell whether the old instance
    /// is gone are sent at once, those under way among them (STATISTICS 1.3).
    private double burst(Progress progress, double otherwise) {
        long wanted = progress.assignmentsForMoves();
        if (wanted == 0 || !schedule.control()) {
            burstSent = 0;
            return otherwise;
        }
        if (burstSent == 0) {
            assignmentsBefore = progress.assignments();
        }
        long underWay = Math.max(0, burstSent - (progress.assignments() - assignmentsBefore));
        if (wanted > underWay) {
            burstSent++;
            return 1;
        }
        return Math.max(0.5, otherwise);
    }

    /// Sessions that pass with the failures so far, those that wait for an explanation among them.
    private long toPass(Progress progress) {
        long failures = progress.failedAnywhere() + progress.unexplained();
        return sessionsToPass.computeIfAbsent(failures, progress.sequential()::passAt);
    }

    private long assignmentsLeft(Progress progress) {
        long lost = progress.requests() - progress.identified();
        long wanted = wanted(progress);
        if (lost > 4 * wanted) {
            return 0;
        }
        return Math.max(0, wanted - progress.assignments());
    }

    private long wanted(Progress progress) {
        int instances = Math.max(2, progress.expectedInstances());
        return assignmentsWanted.computeIfAbsent(
                instances,
                k -> AssignmentPlan.assignments(
                        progress.shares().get().length == k ? progress.shares().get() : equal(k), thresholds));
    }

    private static double[] equal(int instances) {
        double[] shares = new double[instances];
        Arrays.fill(shares, 1.0 / instances);
        return shares;
    }

    /// How many more requests it takes until everything is decided, if things go on as they did: for a
    /// person who waits.
    public long requestsLeft(Progress progress) {
        if (!schedule.sequential()) {
            long all = (long) schedule.maxSessions() * schedule.requestsPerSession();
            return Math.max(0, all - progress.requests());
        }
        if (expectation == Expectation.SPREAD) {
            return Math.max(0, wanted(progress) - progress.identified());
        }
        long assignments = assignmentsLeft(progress);
        if (progress.stickiness() != Decision.UNDECIDED) {
            return assignments;
        }
        long sessions = progress.sequential().forecast(progress.judged(), progress.failed(), schedule.maxSessions())
                - progress.judged();
        // The first request of each of them is an assignment too.
        return sessions * schedule.requestsPerSession() + Math.max(0, assignments - sessions);
    }

    private Demand spread(Progress progress) {
        long wanted = wanted(progress);
        if (!enoughUnits && progress.identified() >= wanted && progress.requests() >= nextLook) {
            nextLook = progress.requests() + LOOK_EVERY;
            enoughUnits = progress.effectiveUnits().getAsDouble() >= wanted;
        }
        return enoughUnits
                ? new Demand.Stop(DONE)
                : new Demand.More(schedule.maxSessions(), schedule.control() ? CONTROL_OF_REQUESTS : 0);
    }

    /// The ending in the light of everything that came: a run may also end before it had to be given up.
    public Ending judgeEnding(Ending ending, Progress progress) {
        if (ending.kind() == Kind.INTERRUPTED || ending.nothingMeasured()) {
            return ending;
        }
        if (progress.answers() == 0) {
            return progress.requests() == 0
                    ? new Ending(Kind.UNREACHABLE, "no request was sent")
                    : futility.unanswered(answered(progress));
        }
        if (progress.identified() == 0) {
            return futility.noId(answered(progress));
        }
        boolean undecided =
                schedule.sequential() && ending.kind() == Kind.COMPLETED && progress.stickiness() == Decision.UNDECIDED;
        return undecided && progress.sessions() >= schedule.maxSessions()
                ? new Ending(Kind.BOUNDED, "the most sessions, " + schedule.maxSessions() + ", were not enough")
                : ending;
    }
}
