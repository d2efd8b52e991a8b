package dev.stickcheck.lab;

/// An instance as the balancer sees it.
record Peer(String name, int weight, Health health) {
    /// What an instance can be given.
    enum Health {
        /// Everything.
        UP,
        /// Only what is pinned to it.
        DRAINING,
        /// Nothing.
        DOWN
    }

    boolean takesNew() {
        return health == Health.UP;
    }

    boolean takesPinned() {
        return health != Health.DOWN;
    }
}
