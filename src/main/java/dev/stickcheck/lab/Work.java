package dev.stickcheck.lab;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the instances' application does besides telling its health, and how long that takes.
///
/// @param inMemory a conversation lives in its instance alone
/// @param database the PostgreSQL that keeps conversations; null: one of the lab's own
/// @param databaseLatency how far away the database is, for every statement
/// @param speechLatency how long it takes to make speech from text
record Work(boolean inMemory, @Nullable DatabaseUrl database, Duration databaseLatency, Duration speechLatency) {
    /// A database in the same building, and a speech service in another.
    static final Duration NEAR = Duration.ofMillis(1);

    static final Duration SPOKEN = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final List<String> STATES = List.of("database", "memory");

    /// @throws LabProblem when a value is not known
    static Work of(Parameters parameters) {
        String state = parameters.given("state") ? parameters.text("state") : "database";
        if (!STATES.contains(state)) {
            throw LabProblem.usage(NearestNames.explain("place for state", state, STATES));
        }
        boolean inMemory = state.equals("memory");
        if (inMemory && parameters.given("database")) {
            throw LabProblem.usage("state=memory keeps conversations in no database: leave database out");
        }
        return new Work(
                inMemory,
                parameters.given("database") ? DatabaseUrl.of(parameters.text("database")) : null,
                parameters.duration("database-latency", NEAR, Duration.ZERO, LONGEST),
                parameters.duration("speech-latency", SPOKEN, Duration.ZERO, LONGEST));
    }
}
