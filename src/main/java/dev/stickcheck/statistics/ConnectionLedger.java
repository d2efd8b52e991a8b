package dev.stickcheck.statistics;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Connections;
import dev.stickcheck.model.Observation;
import java.util.HashMap;
import java.util.Map;

/// Holds the connection policy that was asked for against the connections that answered.
final class ConnectionLedger {
    /// Connections that are remembered; later ones are counted as new, so memory stays bounded.
    private static final int MOST = 100_000;

    private final Map<String, String> owner = new HashMap<>();
    private final ConnectionPolicy policy;
    private long distinct;
    private long contrary;

    ConnectionLedger(ConnectionPolicy policy) {
        this.policy = policy;
    }

    void observe(Observation observation) {
        String connection = observation.connection();
        if (connection == null) {
            return;
        }
        String before = owner.get(connection);
        if (before == null) {
            distinct++;
            if (owner.size() < MOST) {
                owner.put(connection, observation.session());
            }
            return;
        }
        boolean allowed = switch (policy) {
            case POOLED -> true;
            case PER_SESSION -> before.equals(observation.session());
            case FRESH -> false;
        };
        if (!allowed) {
            contrary++;
        }
    }

    Connections result() {
        return new Connections(policy, distinct, contrary);
    }
}
