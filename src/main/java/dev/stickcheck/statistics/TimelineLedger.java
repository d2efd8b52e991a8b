package dev.stickcheck.statistics;

import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Timeline;
import dev.stickcheck.model.Timeline.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps what a report draws: at most 1,000 sessions of 200 answers, evenly thinned by halving when there are more.
final class TimelineLedger {
    static final int MOST_SESSIONS = 1_000;
    static final int MOST_ANSWERS = 200;

    private final Map<Long, TimelineRow> rows = new LinkedHashMap<>();
    private final int answerStride;
    private long sessionStride = 1;
    private long begun = Long.MAX_VALUE;
    private long ended = Long.MIN_VALUE;

    TimelineLedger(int requestsPerSession) {
        this.answerStride = Math.ceilDiv(requestsPerSession, MOST_ANSWERS);
    }

    /// A request of a sticky session.
    void observe(Observation observation, int instance) {
        long sent = observation.time().toEpochMilli();
        begun = Math.min(begun, sent);
        ended = Math.max(ended, sent);
        if (observation.launch() % sessionStride != 0 || (observation.sequence() - 1) % answerStride != 0) {
            return;
        }
        TimelineRow row = rows.computeIfAbsent(observation.launch(), launch -> new TimelineRow());
        if (row.length() < MOST_ANSWERS) {
            row.add(mark(observation, instance), sent);
        }
        if (rows.size() > 2 * MOST_SESSIONS) {
            thin();
        }
    }

    private void thin() {
        sessionStride *= 2;
        rows.keySet().removeIf(launch -> launch % sessionStride != 0);
    }

    private static char mark(Observation observation, int instance) {
        return switch (observation.outcome()) {
            case Outcome.NoAnswer failure -> '!';
            case Outcome.Unidentified unknown -> '.';
            case Outcome.Identified known -> instance >= 0 && instance < 36 ? Character.forDigit(instance, 36) : '+';
        };
    }

    Timeline timeline(TimelineOrder order, List<Evidence> evidence) {
        if (rows.size() > MOST_SESSIONS) {
            thin();
        }
        long span = rows.isEmpty() ? 0 : ended - begun;
        List<String> drawn = new ArrayList<>();
        List<String> times = new ArrayList<>();
        rows.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(row -> {
            drawn.add(order.of(row.getValue().marks()));
            times.add(row.getValue().times(begun, span));
        });
        return new Timeline(order.ids(), drawn, sessionStride > 1 || answerStride > 1, evidence, span, times);
    }
}
