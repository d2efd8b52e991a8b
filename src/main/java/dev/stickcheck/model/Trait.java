package dev.stickcheck.model;

/// What no measurement can know about an application.
public enum Trait {
    STATELESS("stateless", "every request can be served without what an earlier one left in memory"),
    SHARED_DATABASE("shared-database", "all state is in a database that all instances share"),
    IN_MEMORY_CACHE("in-memory-cache", "an instance keeps what a session may want again in its own memory or disk"),
    IN_MEMORY_STATE("in-memory-state", "a session's state is in the memory of its instance alone"),
    WEBSOCKET("websocket", "clients hold WebSocket connections that must come back to their instance"),
    REPEATED_PHRASES("repeated-phrases", "sessions ask for the same content again, so that a cache can serve it"),
    POOL_EXHAUSTED("pool-exhausted", "the database's connection pool runs out"),
    HIGH_TRAFFIC("high-traffic", "traffic is high for the instances that there are"),
    HIGH_AVAILABILITY("high-availability", "automatic failover counts for more than speed");

    private final String label;
    private final String text;

    Trait(String label, String text) {
        this.label = label;
        this.text = text;
    }

    /// The name on the command line; with `no-` before it, its contrary.
    public String label() {
        return label;
    }

    /// What it means.
    public String text() {
        return text;
    }
}
