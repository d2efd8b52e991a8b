package dev.stickcheck.statistics;

import dev.stickcheck.model.Instances;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/// The instances that load is held against: those declared, or those seen, with the share that each should get.
final class Roster {
    private final List<String> ids;
    private final double[] shares;
    private final int unnamed;
    private final List<String> undeclared;
    private final boolean declared;

    private Roster(List<String> ids, double[] shares, int unnamed, List<String> undeclared, boolean declared) {
        this.ids = List.copyOf(ids);
        this.shares = shares;
        this.unnamed = unnamed;
        this.undeclared = List.copyOf(undeclared);
        this.declared = declared;
    }

    static Roster of(Instances instances, List<String> seen) {
        return switch (instances) {
            case Instances.Undeclared none -> new Roster(seen, equal(seen.size()), 0, List.of(), false);
            case Instances.Counted(int count) -> {
                List<String> known = seen.subList(0, Math.min(count, seen.size()));
                yield new Roster(
                        known, equal(count), count - known.size(), seen.subList(known.size(), seen.size()), true);
            }
            case Instances.Named named -> {
                List<String> ids = List.copyOf(named.shares().keySet());
                double[] shares = named.shares().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                List<String> undeclared = new ArrayList<>(seen);
                undeclared.removeAll(named.shares().keySet());
                yield new Roster(ids, shares, 0, undeclared, true);
            }
        };
    }

    private static double[] equal(int count) {
        double[] shares = new double[count];
        Arrays.fill(shares, 1.0 / count);
        return shares;
    }

    /// Declared ones first; an instance that is declared by number only and has not answered has no id here.
    List<String> ids() {
        return ids;
    }

    /// Expected shares, as long as `ids` and the unnamed together, summing to 1.
    double[] shares() {
        return shares;
    }

    /// Ids that answered though others were declared.
    List<String> undeclared() {
        return undeclared;
    }

    boolean declared() {
        return declared;
    }

    /// Instances that should answer, named or not.
    int size() {
        return ids.size() + unnamed;
    }

    /// Counts in the order of the shares; zero for what has not answered.
    long[] counts(ToLongFunction<String> count) {
        long[] counts = new long[size()];
        for (int i = 0; i < ids.size(); i++) {
            counts[i] = count.applyAsLong(ids.get(i));
        }
        return counts;
    }

    /// How many declared instances never answered.
    int missingCount(ToLongFunction<String> count) {
        return (int) ids.stream().filter(id -> count.applyAsLong(id) == 0).count() + unnamed;
    }

    /// Declared instances that never answered; those without a name as one entry.
    List<String> missing(ToLongFunction<String> count) {
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            if (count.applyAsLong(id) == 0) {
                missing.add(id);
            }
        }
        if (unnamed > 0) {
            missing.add("(" + unnamed + " unnamed)");
        }
        return missing;
    }
}
