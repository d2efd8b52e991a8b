package dev.stickcheck.statistics;

import dev.stickcheck.model.Timeline;
import java.util.Arrays;

/// One session of a timeline while it grows: its marks, and when each was sent.
final class TimelineRow {
    private static final int RADIX = 36;

    private final StringBuilder marks = new StringBuilder(16);
    private long[] sent = new long[16];

    int length() {
        return marks.length();
    }

    void add(char mark, long sentMillis) {
        if (marks.length() == sent.length) {
            sent = Arrays.copyOf(sent, 2 * sent.length);
        }
        sent[marks.length()] = sentMillis;
        marks.append(mark);
    }

    String marks() {
        return marks.toString();
    }

    /// Two digits an answer.
    String times(long begun, long spanMillis) {
        StringBuilder times = new StringBuilder(2 * length());
        for (int i = 0; i < length(); i++) {
            double part = spanMillis == 0 ? 0 : (double) (sent[i] - begun) / spanMillis;
            int tick = (int) Math.round(Timeline.TICKS * Math.clamp(part, 0, 1));
            times.append(Character.forDigit(tick / RADIX, RADIX)).append(Character.forDigit(tick % RADIX, RADIX));
        }
        return times.toString();
    }
}
