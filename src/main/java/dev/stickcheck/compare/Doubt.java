package dev.stickcheck.compare;

import dev.stickcheck.model.Answered;
import dev.stickcheck.model.ErrorKind;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the requests of one arm have fared, warm-up included, for whoever doubts that there is anything to measure.
final class Doubt {
    /// More ids cannot be instances, and are not kept.
    private static final int MOST_IDS = 1_024;

    private final Set<String> ids = new HashSet<>();
    private long requests;
    private long answers;
    private long identified;
    private long errors;
    private @Nullable Integer lastStatus;
    private @Nullable String lastFailure;

    void see(Event.Asked asked) {
        requests++;
        if (Answers.error(asked) != null) {
            errors++;
        }
        ErrorKind failure = asked.failure();
        if (failure != null) {
            lastFailure = failure.label();
            return;
        }
        answers++;
        lastStatus = asked.status();
        String id = asked.instance();
        if (id != null) {
            identified++;
            if (ids.size() < MOST_IDS) {
                ids.add(id);
            }
        }
    }

    Answered answered() {
        return new Answered(
                requests, answers, identified, errors, ids.size(), ids.size() >= MOST_IDS, lastStatus, lastFailure);
    }
}
