package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Observation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers the sessions of each arm in the order of their launch, leaving out those that began in the warm-up: where
/// they were assigned was not measured.
final class Launches {
    private record Session(int visit, long launch) {}

    private final Map<Arm, Map<Integer, Session>> running = new EnumMap<>(Arm.class);
    private final Map<Arm, Long> launched = new EnumMap<>(Arm.class);

    /// The request as an observation, or null when its session began in the warm-up.
    @Nullable
    Observation observe(Event.Asked asked, boolean warmUp) {
        Map<Integer, Session> sessions = running.computeIfAbsent(asked.arm(), arm -> new HashMap<>());
        Session session = sessions.get(asked.user());
        if (asked.sequence() == 1 && !warmUp) {
            long launch = launched.merge(asked.arm(), 1L, Long::sum) - 1;
            session = new Session(asked.visit(), launch);
            sessions.put(asked.user(), session);
        }
        return session == null || session.visit() != asked.visit()
                ? null
                : Answers.observation(asked, session.launch());
    }
}
