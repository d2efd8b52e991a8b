package dev.stickcheck.compare;

import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What Gatling tells of a request, in the words of the model.
final class Answers {
    private Answers() {}

    static Outcome outcome(Event.Asked asked) {
        ErrorKind failure = asked.failure();
        if (failure != null) {
            return new Outcome.NoAnswer(failure, failure.label());
        }
        String instance = asked.instance();
        return instance == null
                ? new Outcome.Unidentified(asked.status())
                : new Outcome.Identified(instance, asked.status());
    }

    static @Nullable ErrorKind error(Event.Asked asked) {
        return outcome(asked).error();
    }

    /// @param launch the session's number within its arm
    static Observation observation(Event.Asked asked, long launch) {
        return new Observation(
                Instant.ofEpochSecond(0, asked.epochNanos()),
                asked.arm().name().toLowerCase(Locale.ROOT) + "-" + asked.user() + "-" + asked.visit(),
                launch,
                asked.sequence(),
                asked.arm(),
                outcome(asked),
                Duration.ofNanos(asked.service()),
                Duration.ofNanos(asked.response()),
                null,
                null,
                new CookieTrace(asked.cookiesSent(), asked.cookiesSet(), List.of(), List.of()),
                asked.cookieBytes());
    }
}
