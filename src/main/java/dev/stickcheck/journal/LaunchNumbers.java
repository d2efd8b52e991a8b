package dev.stickcheck.journal;

import dev.stickcheck.model.Arm;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Numbers the sessions of an arm by their first line, for files that do not say in which order they were launched.
final class LaunchNumbers {
    private final Map<Arm, Map<String, Long>> known = new EnumMap<>(Arm.class);

    long of(Arm arm, String session) {
        Map<String, Long> sessions = known.computeIfAbsent(arm, a -> new HashMap<>());
        Long next = (long) sessions.size();
        Long number = sessions.putIfAbsent(session, next);
        return number == null ? next : number;
    }
}
