package dev.stickcheck.statistics;

import dev.stickcheck.statistics.Alarm.Certainty;
import dev.stickcheck.statistics.Alarm.Failing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells when sessions began to fail, and when they ceased, from their outcomes in launch order (STATISTICS 6.4a, b).
///
/// The alarm that is sure comes in a run within the limit with a probability of at most alpha: its mean distance from
/// one to the next is that many times the run, and what it sums up less the number of sessions is a supermartingale
/// (Doob). Where it began is where the running sum last was zero (Page). What ends it is evidence of its own.
final class FailureAlarms {
    private final SequentialTest test;
    private final ShiryaevRoberts sure;
    private final Cusum sum;
    private final List<Failing> alarms = new ArrayList<>();
    private long judged;
    private long failed;
    /// What the running sum has seen since it last was zero.
    private Stretch stretch = new Stretch(0, 0, 0);
    private @Nullable Stretch suspected;
    private @Nullable Failing firing;
    private long sinceAlarm;
    private long failedSinceAlarm;

    /// @param before sessions until it began, `failuresBefore` of which failed
    private record Stretch(long before, long failuresBefore, long since) {}

    /// @param sessions that will be judged in all
    FailureAlarms(SequentialTest test, long sessions) {
        this.test = test;
        this.sure = new ShiryaevRoberts(test.limit(), sessions / test.alpha());
        this.sum = new Cusum(test.limit());
    }

    /// The next session, and when its outcome was known.
    void judged(boolean failure, long at) {
        boolean quiet = sum.quiet();
        judged++;
        failed += failure ? 1 : 0;
        if (firing != null) {
            follow(failure, firing);
            return;
        }
        if (failure && quiet) {
            stretch = new Stretch(judged - 1, failed - 1, at);
        }
        boolean early = sum.observe(failure);
        suspected = sum.quiet() ? null : suspected;
        if (sure.observe(failure)) {
            firing = failing(stretch, Certainty.SURE);
            suspected = null;
            sinceAlarm = 0;
            failedSinceAlarm = 0;
        } else if (early && suspected == null && usual(stretch)) {
            suspected = stretch;
        }
    }

    private void follow(boolean failure, Failing alarm) {
        sinceAlarm++;
        failedSinceAlarm += failure ? 1 : 0;
        Decision now = test.decide(sinceAlarm, failedSinceAlarm);
        if (now == Decision.PASS) {
            alarms.add(new Failing(alarm.before(), alarm.since(), alarm.sessions(), alarm.failures(), Certainty.OVER));
            firing = null;
            sum.reset();
            sure.reset();
        } else if (now == Decision.FAIL) {
            // It goes on, so that whether it is over is a new question.
            sinceAlarm = 0;
            failedSinceAlarm = 0;
        }
    }

    private Failing failing(Stretch from, Certainty certainty) {
        return new Failing(
                from.before(),
                Nanos.moment(from.since()),
                judged - from.before(),
                failed - from.failuresBefore(),
                certainty);
    }

    /// What the running sum is made for: a rate of two fifths of the limit at most, until something changed.
    private boolean usual(Stretch from) {
        return news(from.before()) && from.failuresBefore() <= 0.4 * test.limit() * from.before();
    }

    /// Whether there was a time before, long enough to have shown a failure at the limit.
    private boolean news(long before) {
        return before * test.limit() >= 1;
    }

    /// All of them when nothing more comes; those that last from the very beginning are no news beside the verdict.
    List<Failing> atEnd() {
        List<Failing> all = new ArrayList<>(alarms);
        if (firing != null && news(firing.before())) {
            all.add(firing);
        } else if (suspected != null) {
            all.add(failing(suspected, Certainty.SUSPECTED));
        }
        return all;
    }
}
