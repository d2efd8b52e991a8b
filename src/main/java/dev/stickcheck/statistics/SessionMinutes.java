package dev.stickcheck.statistics;

import dev.stickcheck.statistics.BurnRate.Window;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sessions and their failures by the minute in which their outcome was known.
final class SessionMinutes {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    /// What only one minute says may be gone in the next one.
    private static final int HELD = 2;

    private final TreeMap<Long, long[]> minutes = new TreeMap<>();

    void judged(boolean failed, long at) {
        long[] counts = minutes.computeIfAbsent(Math.floorDiv(at, MINUTE), minute -> new long[2]);
        counts[0]++;
        counts[1] += failed ? 1 : 0;
    }

    /// The most urgent alarm, at its first minute; null when there was none.
    Alarm.@Nullable Burning burning(double limit) {
        for (BurnRate rate : BurnRate.values()) {
            Alarm.Burning alarm = burning(rate, limit);
            if (alarm != null) {
                return alarm;
            }
        }
        return null;
    }

    /// Looks at the end of every minute in which a session ended, once the run is as long as the short window.
    private Alarm.@Nullable Burning burning(BurnRate rate, double limit) {
        Sums longer = new Sums(rate.longer().toMinutes());
        Sums shorter = new Sums(rate.shorter().toMinutes());
        int held = 0;
        for (Map.Entry<Long, long[]> entry : minutes.entrySet()) {
            long minute = entry.getKey();
            Window inLonger = longer.upTo(minute, entry.getValue());
            boolean alarm = rate.alarms(inLonger, shorter.upTo(minute, entry.getValue()), limit)
                    && minute - minutes.firstKey() + 1 >= rate.shorter().toMinutes();
            held = alarm ? held + 1 : 0;
            if (held == HELD) {
                return new Alarm.Burning(rate, Nanos.moment(minute * MINUTE), inLonger.sessions(), inLonger.failures());
            }
        }
        return null;
    }

    /// The sums of a window that moves on.
    private final class Sums {
        private final long length;
        private long sessions;
        private long failures;
        private long from = minutes.isEmpty() ? 0 : minutes.firstKey();

        Sums(long length) {
            this.length = length;
        }

        Window upTo(long minute, long[] counts) {
            sessions += counts[0];
            failures += counts[1];
            for (long[] left : minutes.subMap(from, minute - length + 1 > from ? minute - length + 1 : from)
                    .values()) {
                sessions -= left[0];
                failures -= left[1];
            }
            from = Math.max(from, minute - length + 1);
            return new Window(sessions, failures);
        }
    }
}
