package dev.stickcheck.statistics;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Observations as columns of numbers: some twenty bytes each instead of some three hundred.
final class ObservationColumns {
    private static final long NANOS = 1_000_000_000L;

    private final Names<String> sessions = new Names<>();
    private final Names<Arm> arms = new Names<>();
    private final Names<Outcome> outcomes = new Names<>();
    private final Names<CookieTrace> cookies = new Names<>();
    private final Names<String> sources = new Names<>();
    private final PackedLongs seconds = new PackedLongs();
    private final PackedLongs nanos = new PackedLongs();
    private final PackedLongs latency = new PackedLongs();
    private final PackedLongs waited = new PackedLongs();
    private final PackedLongs session = new PackedLongs();
    private final PackedLongs launch = new PackedLongs();
    private final PackedLongs sequence = new PackedLongs();
    private final PackedLongs arm = new PackedLongs();
    private final PackedLongs outcome = new PackedLongs();
    private final PackedLongs connection = new PackedLongs();
    private final PackedLongs source = new PackedLongs();
    private final PackedLongs trace = new PackedLongs();
    private final PackedLongs cookieBytes = new PackedLongs();

    void add(Observation observation) {
        add(observation, fingerprint(observation.connection()));
    }

    /// Adds what other columns hold, or these themselves.
    void append(ObservationColumns other) {
        int size = other.size();
        for (int i = 0; i < size; i++) {
            add(other.get(i), other.connection.get(i));
        }
    }

    private void add(Observation observation, long connectionPrint) {
        Instant time = observation.time();
        seconds.add(time.getEpochSecond());
        nanos.add(time.getNano());
        latency.add(observation.latency().toNanos());
        waited.add(observation.response().minus(observation.latency()).toNanos());
        session.add(sessions.number(observation.session()));
        launch.add(observation.launch());
        sequence.add(observation.sequence());
        arm.add(arms.number(observation.arm()));
        outcome.add(outcomes.number(observation.outcome()));
        connection.add(connectionPrint);
        source.add(numberOrNone(sources, observation.sourceAddress()));
        trace.add(cookies.number(observation.cookies()));
        cookieBytes.add(observation.cookieBytes());
    }

    private static int numberOrNone(Names<String> names, @Nullable String name) {
        return name == null ? -1 : names.number(name);
    }

    Observation get(int index) {
        return get(index, launch.get(index));
    }

    /// The same, launched as another number.
    Observation get(int index, long launched) {
        long service = latency.get(index);
        return new Observation(
                Instant.ofEpochSecond(seconds.get(index), nanos.get(index)),
                session(index),
                launched,
                (int) sequence.get(index),
                arms.get((int) arm.get(index)),
                outcomes.get((int) outcome.get(index)),
                Duration.ofNanos(service),
                Duration.ofNanos(service + waited.get(index)),
                label(connection.get(index)),
                nameOrNone(sources, source.get(index)),
                cookies.get((int) trace.get(index)),
                (int) cookieBytes.get(index));
    }

    /// Fresh connections are as many as observations, and only whether two are the same is ever asked: 64 bits of each
    /// (FNV-1a, mixed as in SplittableRandom) make ten million differ but for one chance in 400,000. 0 is none.
    private static long fingerprint(@Nullable String connection) {
        if (connection == null) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < connection.length(); i++) {
            hash = (hash ^ connection.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }

    private static @Nullable String label(long fingerprint) {
        return fingerprint == 0 ? null : Long.toHexString(fingerprint);
    }

    private static @Nullable String nameOrNone(Names<String> names, long number) {
        return number < 0 ? null : names.get((int) number);
    }

    /// Nanoseconds of the epoch at which the answer was complete; clocks beyond 292 years are held at that.
    long answered(int index) {
        long at = sent(index);
        long end = at + latency.get(index);
        return end < at ? Long.MAX_VALUE : end;
    }

    /// Nanoseconds of the epoch at which the request was sent, held likewise.
    long sent(int index) {
        return Math.clamp(seconds.get(index), -9_000_000_000L, 9_000_000_000L) * NANOS + nanos.get(index);
    }

    String session(int index) {
        return sessions.get((int) session.get(index));
    }

    /// The session's number among [#sessions()], and its arm's.
    int sessionNumber(int index) {
        return (int) session.get(index);
    }

    int armNumber(int index) {
        return (int) arm.get(index);
    }

    long launch(int index) {
        return launch.get(index);
    }

    Names<String> sessions() {
        return sessions;
    }

    int arms() {
        return arms.size();
    }

    int sequence(int index) {
        return (int) sequence.get(index);
    }

    int size() {
        return session.size();
    }
}
