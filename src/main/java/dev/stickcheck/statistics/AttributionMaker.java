package dev.stickcheck.statistics;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Attribution.Agreement;
import dev.stickcheck.model.Attribution.Estimate;
import dev.stickcheck.model.Attribution.Kappa;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Draws up how much of the sessions' agreement is theirs (STATISTICS 1.1 and 1.2).
final class AttributionMaker {
    private final Tally tally;
    private final RandomGenerator random;
    private final int permutations;
    private final AgreementSums sums = new AgreementSums();
    private final ClusteredRate switches = new ClusteredRate();
    private final Jackknife within = new Jackknife();
    private final Jackknife pair = new Jackknife();
    private final Jackknife home = new Jackknife();
    private final Jackknife adjacent = new Jackknife();

    AttributionMaker(Tally tally, RandomGenerator random, int permutations) {
        this.tally = tally;
        this.random = random;
        this.permutations = permutations;
    }

    Attribution make() {
        for (SessionState session : tally.sessions().all()) {
            if (session.eligible()) {
                sums.add(session);
                switches.add(session.switches, session.identified - 1.0);
            }
        }
        leaveOneOut();
        AgreementSums.Shares all = sums.shares();
        double alpha = tally.measured().thresholds().alpha();
        int requests = tally.measured().requestsPerSession();
        boolean none = sums.sessions() == 0;
        return new Attribution(
                sums.sessions(),
                sums.transitions(),
                switches.rate(alpha),
                none
                        ? new Agreement(null, null, null, null)
                        : new Agreement(all.home(), sums.modal(), all.within(), number(all.between())),
                kappa(all),
                new ControlArm(tally.load().control(tally.index().size()))
                        .attribute(all.within(), within.standardError(), sums.sessions(), requests, alpha),
                new RandomisationTest(tally.rounds().cohorts()).result(random, permutations),
                byChance(requests));
    }

    private void leaveOneOut() {
        double squaredCounts = sums.squaredCounts();
        for (SessionState session : tally.sessions().all()) {
            if (session.eligible()) {
                AgreementSums.Shares rest = sums.without(session, squaredCounts);
                within.without(rest.within());
                pair.without(rest.beyondChance(rest.within()));
                home.without(rest.beyondChance(rest.home()));
                adjacent.without(rest.beyondChance(rest.staying()));
            }
        }
    }

    private Kappa kappa(AgreementSums.Shares all) {
        if (sums.sessions() < 2) {
            return new Kappa(null, null, null, "fewer than two sessions have two answers of known instances");
        }
        if (all.between() == 1) {
            return new Kappa(null, null, null, "all sessions met the same single instance, so chance agrees as well");
        }
        return new Kappa(
                new Estimate(all.beyondChance(all.within()), pair.standardError()),
                new Estimate(all.beyondChance(all.home()), home.standardError()),
                new Estimate(all.beyondChance(all.staying()), adjacent.standardError()),
                null);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /// 1 − Σ wᴿ: sessions that would see a second instance if every request were routed at random.
    private @Nullable Double byChance(int requests) {
        double[] shares = tally.roster().shares();
        return shares.length == 0 ? null : SessionRate.failingByChance(shares, requests);
    }
}
