package dev.stickcheck.probe;

/// Intended send times: evenly spaced slots, so that a slow answer shows as waiting and not as a lower rate.
///
/// ```
///   slot     0    1    2    3    4    5    6
///   intended |----|----|----|----|----|----|
///   sent     x    x              xxx  x    x      (2 and 3 had to wait; both latencies are kept)
/// ```
///
/// What is behind by more than `backlog` slots is let go, so that a stall is not followed by a flood.
final class Pace {
    private final double interval;
    private final double backlog;
    private double next;

    /// @param rate slots a second; infinite: no slots
    /// @param start nanoseconds of the first slot
    Pace(double rate, int backlog, long start) {
        this.interval = Double.isInfinite(rate) ? 0 : 1e9 / rate;
        this.backlog = backlog * interval;
        this.next = start;
    }

    /// Nanoseconds from `now` until the next slot, 0 when it is due.
    long untilNext(long now) {
        return interval == 0 ? 0 : Math.max(0, (long) Math.ceil(next - now));
    }

    /// Takes the next slot and returns its intended time, never after `now`.
    long take(long now) {
        if (interval == 0) {
            return now;
        }
        double intended = Math.max(next, now - backlog);
        next = intended + interval;
        return Math.min(now, (long) intended);
    }
}
