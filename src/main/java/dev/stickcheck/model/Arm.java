package dev.stickcheck.model;

/// The part of the experiment that a request belongs to.
public enum Arm {
    /// A request of a session that keeps its cookies.
    STICKY,
    /// A session of one request: a fresh assignment, and the control arm of dropped cookies.
    CONTROL,
    /// A request of a comparison's session with affinity.
    ON,
    /// A request of a comparison's session without affinity.
    OFF;

    /// Whether sessions of this arm have several requests, so that it can be seen whether they stay.
    public boolean follows() {
        return this != CONTROL;
    }
}
