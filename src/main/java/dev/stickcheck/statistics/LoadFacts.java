package dev.stickcheck.statistics;

import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Distribution.Unit;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.LoadShape;
import dev.stickcheck.model.RequestLoad;
import dev.stickcheck.model.UnseenLoad;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What is shown of the load beside what is judged: further figures, requests, unseen instances, the policy's look
/// (STATISTICS 4).
final class LoadFacts {
    private static final double SEE_ALL = 0.99;

    private final Tally tally;
    private final Measured measured;
    private final Roster roster;
    private final Exposure exposure;
    private final RandomGenerator random;

    LoadFacts(Tally tally, Roster roster, Exposure exposure, RandomGenerator random) {
        this.tally = tally;
        this.measured = tally.measured();
        this.roster = roster;
        this.exposure = exposure;
        this.random = random;
    }

    Distribution added(Distribution judged, long[] counts) {
        return judged.with(
                deviation(judged, counts),
                shape(judged, counts),
                requests(),
                unseen(),
                tally.policy().policy(random));
    }

    private @Nullable Interval deviation(Distribution judged, long[] counts) {
        double alpha = measured.thresholds().alpha();
        return judged.maxDeviation() == null
                ? null
                : DeviationGate.deviation(
                        DeviationGate.shares(counts, alpha, judged.effectiveUnits()), exposure.judgedShares());
    }

    private @Nullable LoadShape shape(Distribution judged, long[] counts) {
        if (judged.coefficientOfVariation() == null) {
            return null;
        }
        Evenness even = evenness(counts, judged.effectiveUnits());
        return new LoadShape(even.g(), even.pLeft(), even.gini(), even.entropy(), even.totalVariation());
    }

    private Evenness evenness(long[] counts, double effective) {
        return Evenness.of(
                counts,
                exposure.judgedShares(),
                effective,
                measured.thresholds().alpha(),
                random);
    }

    private @Nullable RequestLoad requests() {
        long[] requests = exposure.judged(roster.counts(this::requests));
        long n = LongStream.of(requests).sum();
        if (n == 0 || requests.length < 2) {
            return null;
        }
        double part = (double) n / Math.max(1, tally.load().allRequests());
        double effective = new EffectiveUnits(tally, Unit.REQUEST).value() * part;
        Evenness even = evenness(requests, effective);
        return new RequestLoad(n, Math.min((double) n, effective), even.w(), even.adjustedW(), even.wInterval());
    }

    private long requests(String id) {
        Integer number = tally.index().known(id);
        return number == null ? 0 : tally.load().requests(number);
    }

    /// From assignments: requests of one session would make what is rare look frequent.
    private @Nullable UnseenLoad unseen() {
        boolean declared = !(measured.instances() instanceof Instances.Undeclared);
        long[] assignments = roster.counts(this::assignments);
        if (declared || LongStream.of(assignments).sum() == 0) {
            return null;
        }
        long quiet = tally.sinceNewInstance();
        return new UnseenLoad(
                UnseenInstances.coverage(assignments),
                UnseenInstances.chao1(assignments),
                quiet == 0
                        ? null
                        : UnseenInstances.unseenMassBound(
                                quiet, measured.thresholds().confidence()),
                UnseenInstances.assignmentsToSeeAll(tally.index().size(), SEE_ALL));
    }

    private long assignments(String id) {
        Integer number = tally.index().known(id);
        return number == null ? 0 : tally.load().assignments(number);
    }
}
