package dev.stickcheck.statistics;

import java.time.Duration;

/// How fast sessions use up what the limit allows (STATISTICS 6.4c): an alarm when a long window and a short one both
/// surely exceed a multiple of the limit.
///
/// The multiples of the SRE workbook cannot be used: with a limit of 5 % no burn rate exceeds 20, and with all affinity
/// lost two requests a session over two instances come to 10. The most urgent first.
public enum BurnRate {
    FAST(4, Duration.ofHours(1), Duration.ofMinutes(5)),
    SLOW(2, Duration.ofHours(6), Duration.ofMinutes(30)),
    TICKET(1, Duration.ofDays(3), Duration.ofHours(6));

    /// Each window's lower bound errs as seldom as that, so that one failure in three is no alarm.
    private static final double ALPHA = 0.01;

    private final double times;
    private final Duration longer;
    private final Duration shorter;

    BurnRate(double times, Duration longer, Duration shorter) {
        this.times = times;
        this.longer = longer;
        this.shorter = shorter;
    }

    /// Sessions of a window, and those of them that failed.
    record Window(long sessions, long failures) {
        private boolean exceeds(double rate) {
            return failures > rate * sessions && ExactInterval.lower(sessions, failures, ALPHA) > rate;
        }
    }

    /// How many times faster than the limit.
    public double times() {
        return times;
    }

    public Duration longer() {
        return longer;
    }

    public Duration shorter() {
        return shorter;
    }

    /// Whether what ended in both windows is an alarm of this kind.
    boolean alarms(Window inLonger, Window inShorter, double limit) {
        double level = Math.min(1, times * limit);
        return inLonger.exceeds(level) && inShorter.exceeds(level);
    }
}
