package dev.stickcheck.statistics;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Distribution.Unit;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.PinDuration;
import dev.stickcheck.model.Stickiness;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws the findings up from a tally.
final class FindingsMaker {
    private final Tally tally;
    private final Measured measured;
    private final RandomGenerator random;
    private final int permutations;
    private final Roster roster;
    private final Unit unit;
    private final Exposure exposure;

    FindingsMaker(Tally tally, RandomGenerator random, int permutations) {
        this.tally = tally;
        this.measured = tally.measured();
        this.random = random;
        this.permutations = permutations;
        this.roster = tally.roster();
        this.unit = measured.unit();
        this.exposure = Exposure.of(roster.shares(), absences(), tally.load().allAssignments());
    }

    Findings make() {
        SessionPrefix.Tallied judged = tally.prefix().atEnd();
        StickinessDecision decision = new StickinessDecision(tally, judged);
        long[] all = roster.counts(this::units);
        long[] counts = exposure.judged(all);
        double judgedPart = LongStream.of(counts).sum()
                / (double) Math.max(1, LongStream.of(all).sum());
        double effective = new EffectiveUnits(tally, unit).value() * judgedPart;
        EvennessDecision evenness = evennessDecision(counts, effective);
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
                instances(all),
                stickiness(judged, decision.single()),
                decision.value(),
                new LoadFacts(tally, roster, exposure, random).added(distribution(counts, effective), counts),
                evenness.value(),
                evenness.byRequests(),
                roster.missingCount(this::requests),
                missingDecided(),
                unseenShare(),
                tally.sessions().rebalance(tally.index()::id),
                tally.sessions().expiredAfter(),
                away(),
                new Alarms(tally, roster).all(absences().isEmpty() && !evenness.byRequests(), decision.value()),
                tally.latency().service(),
                tally.latency().response(),
                tally.connections().result(),
                traffic.refusals(),
                tally.timeline()
                        .timeline(
                                new TimelineOrder(tally.index().ids(), shown()),
                                tally.prefix().evidence()));
    }

    private Stickiness stickiness(SessionPrefix.Tallied judged, boolean singleEpisode) {
        SessionLedger sessions = tally.sessions();
        Attribution attribution = new AttributionMaker(tally, random, permutations).make();
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
                attribution.control().attributable(),
                sessions.causes(),
                measured.thresholds().accepted(),
                sessions.episodes().episodes(singleEpisode),
                attribution,
                pins());
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

    /// Absences by place in the roster; where requests are judged and not assignments, none.
    private List<Absence> absences() {
        List<Absence> absences = new ArrayList<>();
        for (Absence absence :
                unit == Unit.REQUEST ? List.<Absence>of() : tally.sessions().absences()) {
            int place = roster.ids().indexOf(tally.index().id(absence.instance()));
            if (place >= 0) {
                absences.add(new Absence(place, absence.from(), absence.to()));
            }
        }
        return absences;
    }

    private List<String> away() {
        return absences().stream()
                .map(absence -> roster.ids().get(absence.instance()))
                .distinct()
                .toList();
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
                counts,
                exposure.judgedShares(),
                effective,
                measured.thresholds().alpha(),
                random);
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

    private EvennessDecision evennessDecision(long[] counts, double effective) {
        if (!roster.undeclared().isEmpty()) {
            return EvennessDecision.NONE;
        }
        // Of an instance that was away, sessions tell when: what its requests should be is not known as well.
        long[] requests = absences().isEmpty() ? roster.counts(this::requests) : new long[0];
        double worth = requests.length == 0 ? 0 : new EffectiveUnits(tally, Unit.REQUEST).value();
        return EvennessDecision.of(
                new EvennessDecision.Load(counts, effective),
                new EvennessDecision.Load(requests, worth),
                exposure.judgedShares(),
                measured.thresholds(),
                unit);
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

    private @Nullable PinDuration pins() {
        return tally.pins().duration(measured.thresholds().alpha());
    }

    /// As [#instances] has them.
    private List<String> shown() {
        return Stream.concat(roster.ids().stream(), roster.undeclared().stream())
                .toList();
    }

    private List<InstanceLoad> instances(long[] counts) {
        Interval[] shares = counts.length == 0
                ? new Interval[0]
                : DeviationGate.shares(counts, measured.thresholds().alpha(), new EffectiveUnits(tally, unit).value());
        List<InstanceLoad> all = new ArrayList<>();
        long n =
                unit == Unit.REQUEST ? tally.load().allRequests() : tally.load().allAssignments();
        for (int i = 0; i < roster.ids().size(); i++) {
            all.add(instance(roster.ids().get(i), exposure.share(i), n, n == 0 ? null : shares[i]));
        }
        for (String id : roster.undeclared()) {
            all.add(instance(id, null, n, null));
        }
        return all;
    }

    private InstanceLoad instance(String id, @Nullable Double expected, long units, @Nullable Interval share) {
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
                tally.latency().of(number),
                share);
    }
}
