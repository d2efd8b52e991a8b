package dev.stickcheck.report;

import dev.stickcheck.model.BalancingPolicy;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Distribution.Unit;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.LoadShape;
import dev.stickcheck.model.PinDuration;
import dev.stickcheck.model.RequestLoad;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.UnseenLoad;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is shown beside the verdict, in the sentences that every report for people shares. Nothing in here is a
/// target's own text.
final class MoreFacts {
    private MoreFacts() {}

    static List<String> load(Distribution d) {
        List<String> facts = new ArrayList<>();
        LoadShape shape = d.shape();
        if (shape != null) {
            facts.add("Jain " + Numbers.plain(d.jainIndex()) + ", Gini " + Numbers.plain(shape.gini()) + ", entropy "
                    + Numbers.plain(shape.entropy()) + " of 1, " + Numbers.percent(shape.totalVariation())
                    + " of the load in the wrong place");
        }
        RequestLoad requests = d.requestLoad();
        if (requests != null && d.unit() == Unit.ASSIGNMENT) {
            facts.add("requests, which is what instances feel: " + Numbers.percent(requests.coefficientOfVariation())
                    + (requests.interval() == null ? "" : " (plausible: " + Numbers.percents(requests.interval()) + ")")
                    + " over " + Numbers.count(requests.requests()) + ", worth "
                    + Numbers.count(Math.round(requests.effectiveRequests())) + " independent ones");
        }
        BalancingPolicy policy = d.policy();
        if (policy != null) {
            facts.add("choice of instances over " + Numbers.count(policy.assignments(), "assignment") + ": "
                    + policy.label() + ": " + policy.words());
        }
        UnseenLoad unseen = d.unseen();
        if (unseen != null && unseen.longestShare() != null) {
            facts.add("instances that never answered get at most " + Numbers.percent(unseen.longestShare())
                    + " of the load; estimated number of instances at least "
                    + Numbers.plain(unseen.estimatedInstances()));
        }
        return facts;
    }

    static List<String> durations(Result r) {
        List<String> facts = new ArrayList<>();
        if (r.lifetime() != null) {
            facts.add(r.lifetime().words());
        }
        PinDuration pins = r.stickiness().duration();
        Interval rate = pins == null ? null : pins.endsPerSecondInterval();
        if (pins != null && rate != null && (pins.ended() > 0 || r.lifetime() != null)) {
            facts.add(Numbers.count(pins.ended()) + " of " + Numbers.count(pins.sessions(), "pin") + " ended in "
                    + Numbers.plain(pins.exposureSeconds()) + " s of sessions: "
                    + Numbers.plain(perHour(pins.endsPerSecond())) + " an hour (plausible: "
                    + Numbers.plain(3600 * rate.low()) + " to " + Numbers.plain(3600 * rate.high()) + ")");
        }
        return facts;
    }

    private static double perHour(@Nullable Double perSecond) {
        return perSecond == null ? Double.NaN : 3600 * perSecond;
    }
}
