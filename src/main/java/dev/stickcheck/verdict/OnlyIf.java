package dev.stickcheck.verdict;

import dev.stickcheck.model.Application;
import dev.stickcheck.model.Rule;
import dev.stickcheck.model.Standing;
import dev.stickcheck.model.Trait;
import java.util.List;

/// The four conditions of the guide, one of which should hold before affinity is added.
final class OnlyIf {
    private static final String ADVICE = "add affinity";

    private OnlyIf() {}

    static List<Rule> rules(AffinityEvidence evidence, Application application) {
        return List.of(slow(evidence), pool(application), cache(evidence, application), improvement(evidence));
    }

    private static Rule slow(AffinityEvidence evidence) {
        String why = evidence.slowMillis() == null
                ? "no answer without affinity"
                : "p95 without affinity is " + Words.millis(evidence.slowMillis())
                        + (evidence.slow() == Standing.UNKNOWN
                                ? ", too near to 2 s, or from too few requests, to tell"
                                : "");
        return new Rule("p95 of the response time above 2 s", evidence.slow(), ADVICE, why);
    }

    private static Rule pool(Application application) {
        Standing standing = stated(application, Trait.POOL_EXHAUSTED);
        return new Rule(
                "database connection pool exhausted",
                standing,
                ADVICE,
                standing == Standing.UNKNOWN
                        ? "cannot be seen from outside: --application " + Trait.POOL_EXHAUSTED.label() + " or no-"
                                + Trait.POOL_EXHAUSTED.label() + " tells"
                        : "as --application says");
    }

    private static Rule cache(AffinityEvidence evidence, Application application) {
        return new Rule(
                "cache hit rate matters", cacheMatters(evidence, application), ADVICE, cacheWhy(evidence, application));
    }

    /// Repetition that the application does not have counts for nothing, however it was measured.
    static Standing cacheMatters(AffinityEvidence evidence, Application application) {
        if (application.surelyNot(Trait.REPEATED_PHRASES) || application.surelyNot(Trait.IN_MEMORY_CACHE)) {
            return Standing.NOT_MET;
        }
        if (Effects.rises(evidence.cacheHits())) {
            return Standing.MET;
        }
        if (Effects.staysDown(evidence.cacheHits())) {
            return Standing.NOT_MET;
        }
        return application.surely(Trait.REPEATED_PHRASES) && application.surely(Trait.IN_MEMORY_CACHE)
                ? Standing.MET
                : Standing.UNKNOWN;
    }

    private static String cacheWhy(AffinityEvidence evidence, Application application) {
        if (application.surelyNot(Trait.REPEATED_PHRASES)) {
            return "--application says that nothing is repeated";
        }
        if (application.surelyNot(Trait.IN_MEMORY_CACHE)) {
            return "--application says that instances cache nothing";
        }
        if (evidence.hitsOn() == null || evidence.hitsOff() == null) {
            return "the target does not tell hits (X-Cache or Server-Timing); --application "
                    + Trait.IN_MEMORY_CACHE.label() + "," + Trait.REPEATED_PHRASES.label() + " tells";
        }
        return "hit rate " + Words.percent(evidence.hitsOff()) + " without affinity, "
                + Words.percent(evidence.hitsOn()) + " with it";
    }

    private static Rule improvement(AffinityEvidence evidence) {
        return new Rule(
                "more than 15 % improvement shown",
                evidence.improvement(),
                ADVICE,
                switch (evidence.improvement()) {
                    case MET -> evidence.clearest().why();
                    case NOT_MET -> "neither p50 nor p95 is 15 % faster";
                    case UNKNOWN -> "an improvement of 15 % is neither shown nor excluded";
                });
    }

    static Standing stated(Application application, Trait trait) {
        Boolean has = application.has(trait);
        return has == null ? Standing.UNKNOWN : has ? Standing.MET : Standing.NOT_MET;
    }
}
