package dev.stickcheck.report;

import dev.stickcheck.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The sessions as they ran: what failed at one time shows as an edge. Answers of one instance in a row are one bar.
///
/// @param rows evenly thinned, in launch order; empty when times are not known
/// @param all how many there were
record SessionClock(List<Row> rows, int all) {
    private static final int MOST = 100;
    private static final int RADIX = 36;
    private static final Pattern TIMES = Pattern.compile("(?:[0-9a-z]{2})+");

    record Row(List<Bar> bars) {
        Row {
            bars = List.copyOf(bars);
        }
    }

    /// Answers of one letter in a row, from the first one's time to the last one's, in ticks of the timeline.
    record Bar(char letter, int from, int to, int answers) {}

    SessionClock {
        rows = List.copyOf(rows);
    }

    static SessionClock of(Timeline timeline) {
        List<String> letters =
                Barcode.of(timeline, Integer.MAX_VALUE, Integer.MAX_VALUE).rows();
        List<String> times = timeline.times();
        List<Row> rows = new ArrayList<>();
        int drawn = times.size() == letters.size() && timeline.spanMillis() > 0 ? Math.min(MOST, letters.size()) : 0;
        for (int i = 0; i < drawn; i++) {
            int at = (int) ((long) i * letters.size() / drawn);
            boolean fits = times.get(at).length() == 2 * letters.get(at).length();
            if (fits && TIMES.matcher(times.get(at)).matches()) {
                rows.add(row(letters.get(at), times.get(at)));
            }
        }
        return new SessionClock(rows, letters.size());
    }

    private static Row row(String letters, String times) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < letters.length(); ) {
            int end = i;
            while (end + 1 < letters.length() && letters.charAt(end + 1) == letters.charAt(i)) {
                end++;
            }
            bars.add(new Bar(letters.charAt(i), tick(times, i), tick(times, end), end - i + 1));
            i = end + 1;
        }
        return new Row(bars);
    }

    private static int tick(String times, int answer) {
        return Integer.parseInt(times.substring(2 * answer, 2 * answer + 2), RADIX);
    }
}
