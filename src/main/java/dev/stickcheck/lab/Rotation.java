package dev.stickcheck.lab;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Whose turn it is under smooth weighted round robin, as nginx keeps it.
///
/// Every instance's credit grows by its weight, the richest is chosen and pays the sum of the weights
/// (nginx, `ngx_http_upstream_get_peer`): 5, 1, 1 gives a a b a c a a, not five times a in a row.
final class Rotation {
    private final int[] credits;

    private Rotation(int[] credits) {
        this.credits = credits;
    }

    static Rotation over(int instances) {
        return new Rotation(new int[instances]);
    }

    /// A choice, and the rotation after it.
    record Step(int instance, Rotation next) {}

    /// The next instance of those that take new sessions.
    ///
    /// @return with instance -1 when there is none
    Step step(Table table) {
        return stepAmong(table, instance -> true);
    }

    /// As [#step], among some of the instances; the others neither earn nor pay.
    Step stepAmong(Table table, IntPredicate eligible) {
        int[] after = credits.clone();
        int best = -1;
        int total = 0;
        for (int i = 0; i < after.length; i++) {
            Peer peer = table.peer(i);
            if (peer.takesNew() && eligible.test(i)) {
                after[i] += peer.weight();
                total += peer.weight();
                best = best < 0 || after[i] > after[best] ? i : best;
            }
        }
        if (best < 0) {
            return new Step(-1, this);
        }
        after[best] -= total;
        return new Step(best, new Rotation(after));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rotation rotation && Arrays.equals(credits, rotation.credits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(credits);
    }

    @Override
    public String toString() {
        return "Rotation" + Arrays.toString(credits);
    }
}
