package dev.stickcheck.statistics;

import dev.stickcheck.model.Distribution.Unit;

/// How many independent units the distribution's units are worth: requests of one session, and assignments of one
/// source address, may stand for one another (STATISTICS 4.1).
final class EffectiveUnits {
    private final Tally tally;
    private final boolean requests;

    EffectiveUnits(Tally tally, Unit unit) {
        this.tally = tally;
        this.requests = unit == Unit.REQUEST;
    }

    double value() {
        long n = requests ? tally.load().allRequests() : tally.load().allAssignments();
        int seen = tally.index().size();
        if (n == 0 || seen < 2) {
            return n;
        }
        DesignEffect effect = new DesignEffect();
        if (requests) {
            tally.sessions().all().forEach(session -> effect.add(session.counts.dense(seen)));
            singles(effect, tally.load().control(seen));
        } else {
            boolean clustered = false;
            for (SmallCounts source : tally.load().sources()) {
                effect.add(source.dense(seen));
                clustered = true;
            }
            if (!clustered) {
                return n;
            }
        }
        return n / effect.deff();
    }

    private static void singles(DesignEffect effect, long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            long[] one = new long[counts.length];
            one[i] = 1;
            for (long c = 0; c < counts[i]; c++) {
                effect.add(one);
            }
        }
    }
}
