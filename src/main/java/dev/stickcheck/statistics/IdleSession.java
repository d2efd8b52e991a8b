package dev.stickcheck.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One session of a search: assigned, asked again at once, then touched after pauses.
///
/// The second answer is home, not the first: a cookie that the application sets is not there yet when the first
/// request is routed (STATISTICS 1.4).
final class IdleSession {
    final IdleGap gap;
    /// How often it comes back.
    final int touches;
    int answers;

    @Nullable
    String home;

    boolean strayed;
    /// Decoys still to be sent before it comes back; negative when not drawn yet.
    int decoys = -1;
    private @Nullable Duration begun;
    private @Nullable Duration answered;

    IdleSession(IdleGap gap, int touches) {
        this.gap = gap;
        this.touches = touches;
    }

    /// Whether it has come back as often as it was to.
    boolean over() {
        return answers >= 2 + touches;
    }

    void answered(String instance, Duration sentAt, Duration answeredAt) {
        answers++;
        if (answers == 2) {
            home = instance;
        } else if (answers > 2 && !instance.equals(home)) {
            strayed = true;
        }
        begun = begun == null ? sentAt : begun;
        answered = answeredAt;
    }

    /// How long it has idled at least when the next request is sent then.
    Duration idledAtLeast(Duration sentAt) {
        return answered == null ? Duration.ZERO : sentAt.minus(answered);
    }

    /// And at most when its answer comes then, should its lifetime count from its first request.
    Duration idledAtMost(Duration answeredAt) {
        return begun == null ? Duration.ZERO : answeredAt.minus(begun);
    }
}
