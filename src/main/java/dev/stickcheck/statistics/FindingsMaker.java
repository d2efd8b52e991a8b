package dev.stickcheck.statistics;

import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Distribution.Unit;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Stickiness;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Draws the findings up from a tally.
final class FindingsMaker {
    private final Tally tally;
    private final Measured measured;
    private final RandomGenerator random;
    private final Roster roster;
    private final Unit unit;

    FindingsMaker(Tally tally, RandomGenerator random) {
        this.tally = tally;
        this.measured = tally.measured();
        this.random = random;
        this.roster = tally.roster();
        this.unit = measured.unit();
    }

    Findings make() {
        SessionPrefix.Tallied judged = tally.prefix().atEnd();
        long[] counts = roster.counts(this::units);
        double effective = new EffectiveUnits(tally).value();
        TrafficLedger traffic = tally.traffic();
        return new Findings(
                measured.sequential(),
                traffic.requests(),
                traffic.answers(),
                traffic.errors(),
                traffic.unidentified(),
                tally.load().allAssignments(),
                tally.sessions().all().size(),
                traffic.errorKinds(),
                traffic.cookieBytesPerRequest(),
                instances(),
                stickiness(judged),
                stickinessDecision(judged),
                distribution(counts, effective),
                evennessDecision(counts, effective),
                roster.missingCount(this::requests),
                missingDecided(),
                unseenShare(),
                tally.latency().service(),
                tally.latency().response(),
                tally.connections().result(),
                traffic.refusals(),
                tally.timeline().timeline(tally.index().ids(), tally.prefix().evidence()));
    }

    private Stickiness stickiness(SessionPrefix.Tallied judged) {
        SessionLedger sessions = tally.sessions();
        long n = judged.judged();
        return new Stickiness(
                n,
                judged.moved(),
                judged.failed(),
                judged.unresolved(),
                n == 0 ? null : (double) judged.failed() / n,
                n == 0 ? null : failureRateInterval(judged),
                measured.requestsPerSession(),
                sessions.switches(),
                sessions.switchRate(),
                attributable(),
                sessions.causes());
    }

    /// Unresolved sessions count as kept for the lower end and as failed for the upper one (Manski, STATISTICS 1.3).
    private Interval failureRateInterval(SessionPrefix.Tallied judged) {
        double alpha = measured.thresholds().alpha();
        long worst = judged.failed() + judged.unresolved();
        Interval low = interval(judged.judged(), judged.failed(), alpha);
        Interval high = interval(judged.judged(), worst, alpha);
        return new Interval(low.low(), high.high());
    }

    private Interval interval(long n, long x, double alpha) {
        return measured.sequential()
                ? StickinessEvidence.anytimeInterval(n, x, alpha)
                : ExactInterval.interval(n, x, alpha);
    }

    private Decision stickinessDecision(SessionPrefix.Tallied judged) {
        if (measured.sequential()) {
            return tally.prefix().decision() != Decision.UNDECIDED || judged.judged() < Tally.FEWEST_SESSIONS
                    ? tally.prefix().decision()
                    : bothWays(
                            tally.test().decide(judged.judged(), judged.failed()),
                            tally.test().decide(judged.judged(), judged.failed() + judged.unresolved()));
        }
        double limit = measured.thresholds().maxStickinessFailures();
        double alpha = measured.thresholds().alpha();
        if (judged.judged() == 0) {
            return Decision.UNDECIDED;
        }
        return bothWays(
                ExactInterval.decide(judged.judged(), judged.failed(), limit, alpha),
                ExactInterval.decide(judged.judged(), judged.failed() + judged.unresolved(), limit, alpha));
    }

    private static Decision bothWays(Decision best, Decision worst) {
        return best == worst ? best : Decision.UNDECIDED;
    }

    /// STATISTICS 1.2: (A_cookie − A_control) / (1 − A_control).
    private @Nullable Double attributable() {
        Double within = tally.sessions().within();
        Double control = tally.load().controlAgreement();
        return within == null || control == null || control == 1 ? null : (within - control) / (1 - control);
    }

    private long units(String id) {
        Integer number = tally.index().known(id);
        return number == null
                ? 0
                : unit == Unit.REQUEST
                        ? tally.load().requests(number)
                        : tally.load().assignments(number);
    }

    private long requests(String id) {
        Integer number = tally.index().known(id);
        return number == null ? 0 : tally.load().requests(number);
    }

    private Distribution distribution(long[] counts, double effective) {
        long n = LongStream.of(counts).sum();
        List<String> missing = roster.declared() ? roster.missing(this::requests) : List.of();
        int freedom = Math.max(0, counts.length - 1);
        if (n == 0 || counts.length < 2) {
            return new Distribution(
                    unit,
                    n,
                    effective,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    freedom,
                    null,
                    null,
                    roster.declared(),
                    missing,
                    roster.undeclared());
        }
        Evenness even = Evenness.of(
                counts, roster.shares(), effective, measured.thresholds().alpha(), random);
        return new Distribution(
                unit,
                n,
                effective,
                requestVariance(),
                even.w(),
                even.wInterval(),
                even.adjustedW(),
                even.maxDeviation(),
                even.chiSquare(),
                freedom,
                even.pValue(),
                even.jain(),
                roster.declared(),
                missing,
                roster.undeclared());
    }

    /// The guide's Σ(count − expected)²/k over request counts, in requests².
    private @Nullable Double requestVariance() {
        long[] requests = roster.counts(this::requests);
        return LongStream.of(requests).sum() == 0
                ? null
                : Evenness.of(requests, roster.shares(), random).variance();
    }

    private Decision evennessDecision(long[] counts, double effective) {
        long n = LongStream.of(counts).sum();
        if (n == 0 || counts.length < 2 || !roster.undeclared().isEmpty()) {
            return Decision.UNDECIDED;
        }
        return EvennessGate.decide(
                counts,
                roster.shares(),
                measured.thresholds().maxImbalance(),
                measured.thresholds().alpha(),
                effective);
    }

    /// STATISTICS 4.6: a living instance of the smallest missing share would have been seen by now.
    private boolean missingDecided() {
        long[] seen = roster.counts(this::requests);
        for (int i = 0; i < seen.length; i++) {
            boolean enough = tally.load().allAssignments() >= AssignmentPlan.assignmentsToMiss(roster.shares()[i]);
            if (seen[i] == 0 && !enough) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Double unseenShare() {
        long m = tally.sinceNewInstance();
        return measured.instances() instanceof Instances.Undeclared && m > 0
                ? UnseenInstances.unseenMassBound(m, measured.thresholds().confidence())
                : null;
    }

    private List<InstanceLoad> instances() {
        List<InstanceLoad> all = new ArrayList<>();
        long n =
                unit == Unit.REQUEST ? tally.load().allRequests() : tally.load().allAssignments();
        for (int i = 0; i < roster.ids().size(); i++) {
            all.add(instance(roster.ids().get(i), roster.shares()[i], n));
        }
        for (String id : roster.undeclared()) {
            all.add(instance(id, null, n));
        }
        return all;
    }

    private InstanceLoad instance(String id, @Nullable Double expected, long units) {
        Integer known = tally.index().known(id);
        int number = known == null ? -1 : known;
        LoadLedger load = tally.load();
        long own = unit == Unit.REQUEST ? load.requests(number) : load.assignments(number);
        return new InstanceLoad(
                id,
                load.requests(number),
                load.homes(number),
                units == 0 ? null : (double) own / units,
                expected,
                load.errors(number),
                tally.latency().of(number));
    }
}
