package dev.stickcheck.report;

import dev.stickcheck.model.BalancingPolicy;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.LoadShape;
import dev.stickcheck.model.PinDuration;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.RequestLoad;
import dev.stickcheck.model.UnseenLoad;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The way back of [MoreJson]. What is missing is unknown.
final class MoreMembers {
    private MoreMembers() {}

    static @Nullable PinDuration duration(Members stickiness) {
        if (!stickiness.has("duration")) {
            return null;
        }
        Members pins = stickiness.object("duration");
        return new PinDuration(
                pins.count("sessions"),
                pins.count("ended"),
                pins.known("exposureSeconds"),
                pins.number("endsPerSecond"),
                pins.interval("endsPerSecondInterval"),
                pins.list(
                        "curve",
                        step -> new PinDuration.Step(
                                step.known("seconds"), step.known("keptByLastAnswer"), step.known("keptByMove"))));
    }

    static Distribution load(Distribution judged, Members d) {
        return judged.with(d.interval("maxDeviationInterval"), shape(d), requests(d), unseen(d), policy(d));
    }

    private static @Nullable LoadShape shape(Members d) {
        return d.has("gStatistic")
                ? new LoadShape(
                        d.known("gStatistic"),
                        d.known("pValueOfEvenness"),
                        d.known("giniCoefficient"),
                        d.known("entropy"),
                        d.known("totalVariation"))
                : null;
    }

    private static @Nullable RequestLoad requests(Members d) {
        if (!d.has("requestLevel")) {
            return null;
        }
        Members load = d.object("requestLevel");
        return new RequestLoad(
                load.count("requests"),
                load.known("effectiveRequests"),
                load.known("coefficientOfVariation"),
                load.known("adjustedCoefficientOfVariation"),
                load.interval("coefficientOfVariationInterval"));
    }

    private static @Nullable UnseenLoad unseen(Members d) {
        if (!d.has("unseen")) {
            return null;
        }
        Members unseen = d.object("unseen");
        return new UnseenLoad(
                unseen.known("coverage"),
                unseen.known("estimatedInstances"),
                unseen.number("longestShare"),
                unseen.count("assignmentsToSeeAll"));
    }

    private static @Nullable BalancingPolicy policy(Members d) {
        if (!d.has("policy")) {
            return null;
        }
        Members policy = d.object("policy");
        return new BalancingPolicy(
                policy.text("label"),
                policy.text("words"),
                policy.small("assignments"),
                policy.smalls("period"),
                policy.known("runsZ"));
    }

    static @Nullable PinLifetime lifetime(Members result) {
        if (!result.has("ttl")) {
            return null;
        }
        Members found = result.object("ttl");
        return new PinLifetime(
                found.meant(
                        "kind",
                        text -> labelled(PinLifetime.Kind.values(), PinLifetime.Kind::label, text),
                        "one of this version's"),
                found.number("keptSeconds"),
                found.number("lostSeconds"),
                found.meant(
                        "renewal",
                        text -> labelled(PinLifetime.Renewal.values(), PinLifetime.Renewal::label, text),
                        "sliding, absolute or unknown"),
                found.count("requests"),
                found.text("words"),
                found.list(
                        "gaps",
                        gap -> new PinLifetime.Gap(gap.known("seconds"), gap.small("kept"), gap.small("lost"))));
    }

    static <T> @Nullable T labelled(T[] values, Function<T, String> label, String wanted) {
        for (T value : values) {
            if (label.apply(value).equals(wanted)) {
                return value;
            }
        }
        return null;
    }
}
