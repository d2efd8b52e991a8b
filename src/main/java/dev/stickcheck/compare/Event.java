package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Gatling's process tells while it runs.
public sealed interface Event {
    /// A request and what it met.
    ///
    /// @param turn of the timetable in which it was sent
    /// @param measured false in the warm-up and in a wash-out
    /// @param user from 0, in both arms alike
    /// @param visit the user's session, from 0
    /// @param sequence within the session, from 1
    /// @param epochNanos when it was sent
    /// @param service nanoseconds from the sending to the end of the answer
    /// @param response nanoseconds from the intended sending
    /// @param status 0 without an answer
    /// @param failure why there is no answer; null when there is one
    /// @param instance null when it is not known
    /// @param cacheHit null when the answer does not say
    /// @param queries database queries; null when the answer does not say
    /// @param lost whether the target no longer knows the session
    /// @param cookieBytes octets of the `Cookie` header value
    record Asked(
            int turn,
            boolean measured,
            Arm arm,
            int user,
            int visit,
            int sequence,
            long epochNanos,
            long service,
            long response,
            int status,
            @Nullable ErrorKind failure,
            @Nullable String instance,
            @Nullable Boolean cacheHit,
            @Nullable Integer queries,
            boolean lost,
            int cookieBytes,
            List<String> cookiesSent,
            List<String> cookiesSet)
            implements Event {
        public Asked {
            cookiesSent = List.copyOf(cookiesSent);
            cookiesSet = List.copyOf(cookiesSet);
        }
    }

    /// Every request of a turn has its answer.
    record TurnOver(int turn) implements Event {}

    /// The target has to be switched to this arm before the next turn can begin.
    record SwitchWanted(Arm arm) implements Event {}

    /// The timetable is done, or Gatling was asked to stop.
    record Finished() implements Event {}

    /// Something is wrong with the journey. The text is one line.
    record JourneyFailed(String why) implements Event {}
}
