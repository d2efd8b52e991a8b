package dev.stickcheck.verdict;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.RequestLoad;
import dev.stickcheck.model.Text;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.statistics.Findings;
import org.jspecify.annotations.Nullable;

/// Is the load even?
final class ImbalanceCheck {
    private ImbalanceCheck() {}

    static Check of(Findings findings, Thresholds thresholds, @Nullable String stoppedEarly) {
        Distribution seen = findings.distribution();
        Verdict outcome = switch (findings.evennessDecision()) {
            case PASS -> Verdict.PASS;
            case FAIL -> Verdict.FAIL;
            case UNDECIDED -> Verdict.INCONCLUSIVE;
        };
        RequestLoad requests = seen.requestLoad();
        if (findings.evenByRequests() && requests != null) {
            return new Check(
                    "imbalance",
                    requests.coefficientOfVariation(),
                    requests.interval(),
                    thresholds.maxImbalance(),
                    outcome,
                    byRequests(findings, requests, thresholds));
        }
        boolean deviation = thresholds.evenness() == EvennessMeasure.MAX_DEVIATION;
        return new Check(
                "imbalance",
                deviation ? seen.maxDeviation() : seen.coefficientOfVariation(),
                deviation ? seen.maxDeviationInterval() : seen.coefficientOfVariationInterval(),
                thresholds.maxImbalance(),
                outcome,
                why(findings, thresholds, outcome, stoppedEarly));
    }

    // Assignments make up for the sticky load, so their own variation says little of the balancer.
    private static String byRequests(Findings findings, RequestLoad requests, Thresholds thresholds) {
        Distribution assignments = findings.distribution();
        Double variation = assignments.coefficientOfVariation();
        return "requests vary by " + Words.percent(requests.coefficientOfVariation()) + " between instances over "
                + Words.count(requests.requests(), "request") + " (limit " + Words.percent(thresholds.maxImbalance())
                + "), less than sessions that fall by chance would let them; the "
                + Words.count(assignments.units(), "assignment") + " alone, which vary by "
                + Words.percent(variation == null ? 0 : variation) + ", do not tell" + amongSeen(findings);
    }

    private static String why(
            Findings findings, Thresholds thresholds, Verdict outcome, @Nullable String stoppedEarly) {
        Distribution seen = findings.distribution();
        Double variation = seen.coefficientOfVariation();
        if (!seen.undeclaredInstances().isEmpty()) {
            return "an instance that was not declared answered, so its expected share is not known";
        }
        if (variation == null) {
            return seen.units() == 0
                    ? "no answer with a known instance"
                    : "only one instance is known, so there is nothing to compare";
        }
        String limit = Words.percent(thresholds.maxImbalance());
        if (thresholds.evenness() == EvennessMeasure.MAX_DEVIATION) {
            return deviation(findings, limit, outcome) + (outcome == Verdict.INCONCLUSIVE ? early(stoppedEarly) : "");
        }
        String spread = "the load varies by " + Words.percent(variation) + " between instances over "
                + Words.count(seen.units(), seen.unit().label());
        return switch (outcome) {
            case PASS -> spread + byChance(seen, thresholds) + " (limit " + limit + ")" + amongSeen(findings);
            case FAIL ->
                spread + ", more than chance lets a load within the limit of " + limit + " vary" + largest(findings);
            case INCONCLUSIVE ->
                spread + interval(seen) + ": too few to hold it against the limit of " + limit + early(stoppedEarly);
        };
    }

    private static String early(@Nullable String stoppedEarly) {
        return stoppedEarly == null ? "" : " (" + stoppedEarly + ")";
    }

    // STATISTICS 4.3, reading R2.
    private static String deviation(Findings findings, String limit, Verdict outcome) {
        Distribution seen = findings.distribution();
        Interval plausible = seen.maxDeviationInterval();
        String off = "the load of an instance is off its expectation by up to "
                + Words.percent(seen.maxDeviation() == null ? 0 : seen.maxDeviation()) + " over "
                + Words.count(seen.units(), seen.unit().label());
        if (plausible == null) {
            return off + ": too few to hold it against the limit of " + limit;
        }
        return switch (outcome) {
            case PASS ->
                off + " and surely by no more than " + Words.percent(plausible.high()) + " (limit " + limit + ")"
                        + amongSeen(findings);
            case FAIL ->
                off + " and surely by more than " + Words.percent(plausible.low()) + " (limit " + limit + ")"
                        + largest(findings);
            case INCONCLUSIVE ->
                off + ", which leaves " + Words.percent(plausible.low()) + " to " + Words.percent(plausible.high())
                        + " plausible: too few to hold it against the limit of " + limit;
        };
    }

    private static String interval(Distribution seen) {
        Interval interval = seen.coefficientOfVariationInterval();
        return interval == null
                ? ""
                : ", which chance alone can turn into anything from " + Words.percent(interval.low()) + " to "
                        + Words.percent(interval.high());
    }

    // With many instances chance alone exceeds the limit, and the gate knows it (STATISTICS 4.4).
    private static String byChance(Distribution seen, Thresholds thresholds) {
        Double variation = seen.coefficientOfVariation();
        Double adjusted = seen.adjustedCoefficientOfVariation();
        return variation == null || adjusted == null || variation <= thresholds.maxImbalance()
                ? ""
                : ", of which chance explains all but " + Words.percent(adjusted);
    }

    // Evenness of what was seen says nothing of what was not (STATISTICS 4.6).
    private static String amongSeen(Findings findings) {
        Double unseen = findings.longestUnseenShare();
        return findings.distribution().declared() || unseen == null
                ? ""
                : " among the " + findings.instances().size() + " instances seen; unseen ones get at most "
                        + Words.percent(unseen) + " (name them with --instances)";
    }

    private static String largest(Findings findings) {
        InstanceLoad worst = null;
        double most = 0;
        for (InstanceLoad instance : findings.instances()) {
            if (instance.share() != null && instance.expectedShare() != null) {
                double off = Math.abs(instance.share() - instance.expectedShare());
                if (off > most) {
                    most = off;
                    worst = instance;
                }
            }
        }
        return worst == null || worst.share() == null || worst.expectedShare() == null
                ? ""
                : ": " + Text.inert(worst.id(), 40) + " gets " + Words.percent(worst.share()) + " instead of "
                        + Words.percent(worst.expectedShare());
    }
}
