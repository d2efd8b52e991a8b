package dev.stickcheck.compare;

import dev.stickcheck.model.ArmSample;
import java.util.SplittableRandom;

/// Collects what one arm meets in one block.
final class Bucket {
    private final Reservoir later;
    private final Reservoir first;
    private long sessionsLost;
    private long cacheTold;
    private long cacheHits;
    private long queriesTold;
    private long queries;

    Bucket(SplittableRandom random) {
        this.later = new Reservoir(ArmSample.MOST_TIMES, random);
        this.first = new Reservoir(ArmSample.MOST_TIMES, random);
    }

    void add(Event.Asked asked) {
        if (asked.lost()) {
            sessionsLost++;
        }
        if (Answers.error(asked) == null) {
            (asked.sequence() == 1 ? first : later).add(asked.service(), asked.response());
        }
        told(asked);
    }

    private void told(Event.Asked asked) {
        Boolean hit = asked.cacheHit();
        if (hit != null) {
            cacheTold++;
            cacheHits += hit ? 1 : 0;
        }
        Integer taken = asked.queries();
        if (taken != null) {
            queriesTold++;
            queries += taken;
        }
    }

    ArmSample sample() {
        return new ArmSample(
                later.service(),
                later.response(),
                first.service(),
                sessionsLost,
                cacheTold,
                cacheHits,
                queriesTold,
                queries);
    }
}
