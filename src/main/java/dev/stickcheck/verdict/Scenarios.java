package dev.stickcheck.verdict;

import dev.stickcheck.model.Application;
import dev.stickcheck.model.Rule;
import dev.stickcheck.model.Standing;
import dev.stickcheck.model.Trait;
import java.util.List;

/// The guide's decision matrix.
final class Scenarios {
    private Scenarios() {}

    static List<Rule> rules(AffinityEvidence evidence, Application application) {
        int instances = evidence.instances();
        return List.of(
                new Rule("single instance", count(instances, 1, 1), "no affinity: not needed", seen(instances)),
                new Rule(
                        "2 or 3 instances with a shared database",
                        both(count(instances, 2, 3), OnlyIf.stated(application, Trait.SHARED_DATABASE)),
                        "no affinity: little benefit, more complexity",
                        seen(instances) + stated(application, Trait.SHARED_DATABASE)),
                new Rule(
                        "5 or more instances and high traffic",
                        both(count(instances, 5, Integer.MAX_VALUE), OnlyIf.stated(application, Trait.HIGH_TRAFFIC)),
                        "consider affinity: it may improve performance",
                        seen(instances) + stated(application, Trait.HIGH_TRAFFIC)),
                trait(application, Trait.WEBSOCKET, "WebSocket connections", "affinity: connections must come back"),
                trait(application, Trait.STATELESS, "stateless API", "no affinity: no benefit"),
                trait(application, Trait.IN_MEMORY_CACHE, "in-memory caching", "affinity: it raises the hit rate"));
    }

    private static Rule trait(Application application, Trait trait, String name, String advice) {
        Standing standing = OnlyIf.stated(application, trait);
        String why = standing == Standing.UNKNOWN
                ? "not known: --application " + trait.label() + " or no-" + trait.label() + " tells"
                : "as --application says";
        return new Rule(name, standing, advice, why);
    }

    private static String seen(int instances) {
        return instances == 0 ? "no instance is known" : Words.count(instances, "instance");
    }

    private static String stated(Application application, Trait trait) {
        Boolean has = application.has(trait);
        return has == null
                ? "; whether " + trait.label() + " is not known"
                : has ? ", " + trait.label() : ", no-" + trait.label();
    }

    private static Standing count(int instances, int least, int most) {
        if (instances == 0) {
            return Standing.UNKNOWN;
        }
        return instances >= least && instances <= most ? Standing.MET : Standing.NOT_MET;
    }

    private static Standing both(Standing one, Standing other) {
        if (one == Standing.NOT_MET || other == Standing.NOT_MET) {
            return Standing.NOT_MET;
        }
        return one == Standing.MET && other == Standing.MET ? Standing.MET : Standing.UNKNOWN;
    }
}
