package dev.stickcheck.verdict;

import dev.stickcheck.model.Text;
import dev.stickcheck.statistics.Alarm;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// What was wrong in a part of a run, in words (STATISTICS 6.4).
final class AlarmNotes {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private AlarmNotes() {}

    static void add(List<Alarm> alarms, List<String> notes) {
        alarms.forEach(alarm -> notes.add(words(alarm)));
    }

    private static String words(Alarm alarm) {
        return switch (alarm) {
            case Alarm.Failing failing -> failing(failing);
            case Alarm.Burning burning ->
                "At " + moment(burning.at()) + " sessions had failed more "
                        + (burning.rate().times() == 1
                                ? "often than the limit allows"
                                : "than " + Math.round(burning.rate().times()) + " times as often as the limit allows")
                        + ", over the last "
                        + Words.seconds((double) burning.rate().shorter().toSeconds()) + " and over the last "
                        + Words.seconds((double) burning.rate().longer().toSeconds()) + " (" + burning.failures()
                        + " of "
                        + Words.count(burning.sessions(), "session") + ").";
            case Alarm.Silent silent ->
                Text.inert(silent.instance(), 40) + " has not answered for the last " + Words.seconds(silent.seconds())
                        + ", in which others were assigned "
                        + Words.count(silent.assignments(), "request") + ": it gets none any more.";
            case Alarm.Uneven uneven ->
                "In the hour from " + moment(uneven.hour()) + " the load varied by " + Words.percent(uneven.w())
                        + " over " + Words.count(uneven.assignments(), "assignment") + ", surely more than the limit.";
        };
    }

    private static String failing(Alarm.Failing failing) {
        String from = failing.before() == 0
                ? "From the first session on"
                : "After " + Words.count(failing.before(), "session") + ", from " + moment(failing.since()) + " on,";
        String seen = failing.failures() + " of " + Words.count(failing.sessions(), "session");
        return switch (failing.certainty()) {
            case SUSPECTED ->
                from + " " + seen + " failed: more than before, and not yet surely more than the limit allows.";
            case SURE -> from + " sessions failed surely more often than the limit allows: " + seen + " at once.";
            case OVER ->
                from + " sessions failed surely more often than the limit allows (" + seen
                        + " at once), and surely no more afterwards.";
        };
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
