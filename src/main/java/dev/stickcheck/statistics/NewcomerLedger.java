package dev.stickcheck.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Instances that appeared while sessions were under way, and how many of those moved then, wherever to: a hash modulo
/// the number of instances also moves sessions between the old ones.
final class NewcomerLedger {
    /// Of a balancer whose instances come and go more often nothing more is learnt.
    private static final int MOST = 1_000;

    private final List<Newcomer> newcomers = new ArrayList<>();

    private static final class Newcomer {
        final int instance;
        final long at;
        /// Instances that were there before.
        final int others;
        long sessions;
        long moved;

        Newcomer(int instance, long at, int others) {
            this.instance = instance;
            this.at = at;
            this.others = others;
        }
    }

    /// An instance answers that had not been there.
    ///
    /// @param at when the first request was sent that it answered
    void appeared(int instance, long at, int others) {
        if (newcomers.size() < MOST) {
            newcomers.add(new Newcomer(instance, at, others));
        }
    }

    /// A session's known answer after another one.
    ///
    /// @param previous when the request of the one before was sent, `sent` when this one's was
    void answered(long previous, long sent, boolean moved) {
        for (int i = newcomers.size() - 1; i >= 0 && newcomers.get(i).at > previous; i--) {
            Newcomer newcomer = newcomers.get(i);
            if (newcomer.at <= sent) {
                newcomer.sessions++;
                newcomer.moved += moved ? 1 : 0;
            }
        }
    }

    /// The one that moved most sessions; null when none did.
    @Nullable
    Rebalance largest(IntFunction<String> id) {
        Newcomer largest = null;
        for (Newcomer newcomer : newcomers) {
            boolean larger = newcomer.moved > (largest == null ? 0 : largest.moved);
            largest = larger ? newcomer : largest;
        }
        return largest == null
                ? null
                : new Rebalance(id.apply(largest.instance), largest.others, largest.sessions, largest.moved);
    }
}
