package dev.stickcheck.statistics;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.RefusedCookie;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every run counts, whatever it asks: requests, errors, unknown instances, cookies.
final class TrafficLedger {
    /// Different refusals that are told apart; a target could invent names without end.
    private static final int MOST_REFUSALS = 100;

    private final Map<ErrorKind, Long> errorKinds = new EnumMap<>(ErrorKind.class);
    private final Map<CookieRefusal, Long> refusals = new HashMap<>();
    private long requests;
    private long errors;
    private long answers;
    private long unidentified;
    private long cookieBytes;
    private @Nullable String lastFailure;
    private @Nullable Integer lastStatus;

    void observe(Observation observation) {
        requests++;
        cookieBytes += observation.cookieBytes();
        ErrorKind error = observation.error();
        if (error != null) {
            errors++;
            errorKinds.merge(error, 1L, Long::sum);
        }
        lastStatus = observation.status() == null ? lastStatus : observation.status();
        switch (observation.outcome()) {
            case Outcome.Identified known -> answers++;
            case Outcome.Unidentified unknown -> {
                answers++;
                unidentified++;
            }
            case Outcome.NoAnswer(var kind, var detail) -> lastFailure = detail;
        }
        for (CookieRefusal refusal : observation.cookies().refused()) {
            if (refusals.size() < MOST_REFUSALS || refusals.containsKey(refusal)) {
                refusals.merge(refusal, 1L, Long::sum);
            }
        }
    }

    long requests() {
        return requests;
    }

    long errors() {
        return errors;
    }

    long answers() {
        return answers;
    }

    long unidentified() {
        return unidentified;
    }

    @Nullable
    Integer lastStatus() {
        return lastStatus;
    }

    @Nullable
    String lastFailure() {
        return lastFailure;
    }

    Map<ErrorKind, Long> errorKinds() {
        return Map.copyOf(errorKinds);
    }

    @Nullable
    Double cookieBytesPerRequest() {
        return requests == 0 ? null : (double) cookieBytes / requests;
    }

    /// Refused cookies, the most frequent first.
    List<RefusedCookie> refusals() {
        List<RefusedCookie> all = new ArrayList<>();
        refusals.forEach((refusal, count) -> all.add(new RefusedCookie(refusal, count)));
        all.sort((a, b) -> {
            int byCount = Long.compare(b.count(), a.count());
            return byCount != 0
                    ? byCount
                    : a.refusal().toString().compareTo(b.refusal().toString());
        });
        return all;
    }
}
