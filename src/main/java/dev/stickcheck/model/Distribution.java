package dev.stickcheck.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How even the load is (STATISTICS 4). Statistics are null while nothing was counted or only one instance is known.
///
/// @param unit what is counted
/// @param units how many of them
/// @param effectiveUnits units after the design effect of clustering; equal to `units` where they are independent
/// @param variance the guide's formula over request counts: sum of (count − expected)² over the instances, divided by
/// their number
/// @param coefficientOfVariation W of 4.2: for equal shares the standard deviation of the counts over their mean
/// @param declared whether the set of instances was declared, or is only what was seen
/// @param missingInstances declared instances that never answered
/// @param undeclaredInstances instances that answered though others were declared
/// @param maxDeviationInterval plausible values of the largest deviation, all instances at once (4.3, R2)
/// @param shape further figures of the same counts
/// @param requestLoad the same of requests, which is what instances feel
/// @param unseen what may be behind the balancer and has not answered; null where instances are declared
/// @param policy what the sequence of assignments looks like; null where several senders would mix theirs
public record Distribution(
        Unit unit,
        long units,
        double effectiveUnits,
        @Nullable Double variance,
        @Nullable Double coefficientOfVariation,
        @Nullable Interval coefficientOfVariationInterval,
        @Nullable Double adjustedCoefficientOfVariation,
        @Nullable Double maxDeviation,
        @Nullable Double chiSquare,
        int degreesOfFreedom,
        @Nullable Double pValue,
        @Nullable Double jainIndex,
        boolean declared,
        List<String> missingInstances,
        List<String> undeclaredInstances,
        @Nullable Interval maxDeviationInterval,
        @Nullable LoadShape shape,
        @Nullable RequestLoad requestLoad,
        @Nullable UnseenLoad unseen,
        @Nullable BalancingPolicy policy) {
    public Distribution {
        missingInstances = List.copyOf(missingInstances);
        undeclaredInstances = List.copyOf(undeclaredInstances);
    }

    /// Without the figures that are only shown.
    public Distribution(
            Unit unit,
            long units,
            double effectiveUnits,
            @Nullable Double variance,
            @Nullable Double coefficientOfVariation,
            @Nullable Interval coefficientOfVariationInterval,
            @Nullable Double adjustedCoefficientOfVariation,
            @Nullable Double maxDeviation,
            @Nullable Double chiSquare,
            int degreesOfFreedom,
            @Nullable Double pValue,
            @Nullable Double jainIndex,
            boolean declared,
            List<String> missingInstances,
            List<String> undeclaredInstances) {
        this(
                unit,
                units,
                effectiveUnits,
                variance,
                coefficientOfVariation,
                coefficientOfVariationInterval,
                adjustedCoefficientOfVariation,
                maxDeviation,
                chiSquare,
                degreesOfFreedom,
                pValue,
                jainIndex,
                declared,
                missingInstances,
                undeclaredInstances,
                null,
                null,
                null,
                null,
                null);
    }

    /// The same with what is only shown.
    public Distribution with(
            @Nullable Interval maxDeviationInterval,
            @Nullable LoadShape shape,
            @Nullable RequestLoad requestLoad,
            @Nullable UnseenLoad unseen,
            @Nullable BalancingPolicy policy) {
        return new Distribution(
                unit,
                units,
                effectiveUnits,
                variance,
                coefficientOfVariation,
                coefficientOfVariationInterval,
                adjustedCoefficientOfVariation,
                maxDeviation,
                chiSquare,
                degreesOfFreedom,
                pValue,
                jainIndex,
                declared,
                missingInstances,
                undeclaredInstances,
                maxDeviationInterval,
                shape,
                requestLoad,
                unseen,
                policy);
    }

    /// What a balancer decides on: an assignment of a session, or each request.
    public enum Unit {
        ASSIGNMENT("assignment"),
        REQUEST("request");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
