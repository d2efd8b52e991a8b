package dev.stickcheck.compare;

import dev.stickcheck.model.ArmSample;
import dev.stickcheck.model.ErrorKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Collects what one arm meets in one block.
final class Bucket {
    /// Beyond this an id names requests, and whoever judges the observations says so.
    private static final int MOST_INSTANCES = 1_000;

    private final Reservoir later;
    private final Reservoir first;
    private final Map<ErrorKind, Long> errorKinds = new EnumMap<>(ErrorKind.class);
    private final Map<String, Long> instances = new HashMap<>();
    private long requests;
    private long sessions;
    private long sessionsLost;
    private long cacheTold;
    private long cacheHits;
    private long queriesTold;
    private long queries;
    private long cookieBytes;

    Bucket(SplittableRandom random) {
        this.later = new Reservoir(ArmSample.MOST_TIMES, random);
        this.first = new Reservoir(ArmSample.MOST_TIMES, random);
    }

    void add(Event.Asked asked) {
        requests++;
        cookieBytes += asked.cookieBytes();
        if (asked.sequence() == 1) {
            sessions++;
        }
        if (asked.lost()) {
            sessionsLost++;
        }
        ErrorKind error = Answers.error(asked);
        if (error == null) {
            (asked.sequence() == 1 ? first : later).add(asked.service(), asked.response());
        } else {
            errorKinds.merge(error, 1L, Long::sum);
        }
        String instance = asked.instance();
        if (instance != null && (instances.size() < MOST_INSTANCES || instances.containsKey(instance))) {
            instances.merge(instance, 1L, Long::sum);
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
                first.response(),
                requests,
                errorKinds,
                sessions,
                sessionsLost,
                cacheTold,
                cacheHits,
                queriesTold,
                queries,
                cookieBytes,
                instances);
    }
}
