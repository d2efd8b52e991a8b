package dev.stickcheck.verdict;

import dev.stickcheck.model.Affinity;
import dev.stickcheck.model.Application;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.model.Standing;
import dev.stickcheck.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Recommends, by the guide's matrix and its four conditions: what must be decided first comes first.
final class Adviser {
    private final AffinityEvidence evidence;
    private final Application application;

    private Adviser(AffinityEvidence evidence, Application application) {
        this.evidence = evidence;
        this.application = application;
    }

    /// @param why a sentence without its end
    record Advice(Affinity affinity, String why) {}

    static Recommendation recommend(AffinityEvidence evidence, Application application) {
        Advice advice = new Adviser(evidence, application).advice();
        return new Recommendation(
                advice.affinity(),
                advice.why(),
                OnlyIf.rules(evidence, application),
                Scenarios.rules(evidence, application),
                asked(evidence, application, advice.affinity()));
    }

    /// Unknown traits either value of which would lead to another recommendation.
    private static List<Trait> asked(AffinityEvidence evidence, Application application, Affinity now) {
        List<Trait> asked = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            if (application.has(trait) == null
                    && (advised(evidence, application.with(trait, true)) != now
                            || advised(evidence, application.with(trait, false)) != now)) {
                asked.add(trait);
            }
        }
        return asked;
    }

    private static Affinity advised(AffinityEvidence evidence, Application application) {
        return new Adviser(evidence, application).advice().affinity();
    }

    private Advice advice() {
        if (evidence.contrast() == Contrast.NONE) {
            return sameArms();
        }
        if (evidence.flaw() != null) {
            return new Advice(Affinity.INCONCLUSIVE, evidence.flaw());
        }
        if (evidence.instances() == 1) {
            return new Advice(Affinity.LEAVE_OFF, "a single instance needs none");
        }
        Advice needed = needed();
        if (needed != null) {
            return needed;
        }
        Advice faster = much();
        if (faster != null) {
            return faster;
        }
        if (evidence.slower()) {
            return new Advice(Affinity.LEAVE_OFF, evidence.why());
        }
        if (application.surely(Trait.STATELESS)) {
            return evidence.equal()
                    ? new Advice(Affinity.NO_DIFFERENCE, equal() + ", as for a stateless application it should be")
                    : new Advice(
                            Affinity.LEAVE_OFF,
                            "a stateless application has no use for it, and an improvement of"
                                    + " more than 15 % is not shown");
        }
        Advice condition = condition();
        if (condition != null) {
            return condition;
        }
        if (evidence.equal()) {
            return new Advice(Affinity.NO_DIFFERENCE, equal());
        }
        return little();
    }

    private Advice sameArms() {
        if (evidence.flaw() != null) {
            return new Advice(Affinity.INCONCLUSIVE, evidence.flaw());
        }
        if (evidence.faster() || evidence.slower()) {
            return new Advice(
                    Affinity.INCONCLUSIVE,
                    "both arms are the same and yet differ ("
                            + evidence.why()
                            + "): something else changes with the arms, or chance does what it does in one of twenty"
                            + " runs");
        }
        return evidence.equal()
                ? new Advice(Affinity.NO_DIFFERENCE, "both arms are the same, and " + equal())
                : new Advice(Affinity.INCONCLUSIVE, "both arms are the same: " + open());
    }

    /// What no time can outweigh.
    private @Nullable Advice needed() {
        if (application.surely(Trait.WEBSOCKET)) {
            return new Advice(
                    Affinity.ENABLE,
                    "WebSocket connections must come back to their instance; "
                            + evidence.clearest().why());
        }
        return application.surely(Trait.IN_MEMORY_STATE)
                ? new Advice(
                        Affinity.ENABLE,
                        "a session's state is in its instance's memory alone; "
                                + evidence.clearest().why())
                : null;
    }

    private @Nullable Advice much() {
        if (!evidence.muchFaster()) {
            return null;
        }
        String why = evidence.why();
        if (evidence.slower()) {
            return new Advice(Affinity.CONSIDER, why);
        }
        return application.surely(Trait.HIGH_AVAILABILITY)
                ? new Advice(
                        Affinity.CONSIDER, why + "; but a session is lost with its instance, and availability counts")
                : new Advice(Affinity.ENABLE, why);
    }

    /// One of the guide's conditions other than the improvement holds, and affinity does something about it.
    private @Nullable Advice condition() {
        if (OnlyIf.cacheMatters(evidence, application) == Standing.MET) {
            boolean cached = application.surely(Trait.IN_MEMORY_CACHE);
            boolean available = !application.surely(Trait.HIGH_AVAILABILITY);
            return new Advice(
                    cached && available ? Affinity.ENABLE : Affinity.CONSIDER, cacheWhy() + ", and " + soFar());
        }
        if (application.surely(Trait.POOL_EXHAUSTED) && !Effects.staysDown(evidence.queries())) {
            return new Advice(Affinity.CONSIDER, "the connection pool runs out" + queriesWhy());
        }
        if (evidence.slow() == Standing.MET && !evidence.equal()) {
            return new Advice(
                    Affinity.CONSIDER,
                    "p95 without affinity is above 2 s; " + evidence.p95().why());
        }
        boolean large = evidence.instances() >= 5 && application.surely(Trait.HIGH_TRAFFIC);
        return large && !evidence.equal()
                ? new Advice(Affinity.CONSIDER, "5 or more instances with high traffic may gain; " + soFar())
                : null;
    }

    private String cacheWhy() {
        if (evidence.hitsOn() == null || evidence.hitsOff() == null) {
            return "sessions repeat what their instance caches";
        }
        return "affinity raises the cache hit rate from " + Words.percent(evidence.hitsOff()) + " to "
                + Words.percent(evidence.hitsOn()) + queriesWhy();
    }

    private String queriesWhy() {
        Double on = evidence.queriesOn();
        Double off = evidence.queriesOff();
        return on == null || off == null || !Effects.rises(evidence.queries())
                ? ""
                : String.format(Locale.ROOT, " and lowers database queries from %.2f to %.2f a request", off, on);
    }

    private String soFar() {
        if (evidence.equal()) {
            return equal();
        }
        return evidence.faster() ? evidence.clearest().why() : open();
    }

    private Advice little() {
        if (evidence.faster() && evidence.improvement() == Standing.UNKNOWN) {
            return new Advice(Affinity.CONSIDER, evidence.clearest().why());
        }
        if (evidence.improvement() == Standing.NOT_MET) {
            return new Advice(
                    Affinity.LEAVE_OFF,
                    (evidence.faster()
                                    ? evidence.clearest().why()
                                    : "an improvement of 15 % is excluded for p50 and p95")
                            + ", too little for the complexity");
        }
        boolean few = evidence.instances() >= 2 && evidence.instances() <= 3;
        return few && application.surely(Trait.SHARED_DATABASE)
                ? new Advice(
                        Affinity.LEAVE_OFF,
                        "with 2 or 3 instances and a shared database little is to be gained, and more than 15 % is not"
                                + " shown")
                : new Advice(Affinity.INCONCLUSIVE, open());
    }

    private String equal() {
        return "p50 and p95 do not differ by more than 5 %";
    }

    /// What is not decided, the median first.
    private String open() {
        Speedup undecided = evidence.p50().gain() == Gain.INCONCLUSIVE ? evidence.p50() : evidence.p95();
        return undecided.why();
    }
}
