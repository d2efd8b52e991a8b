package dev.stickcheck.model;

/// The part of the experiment that a request belongs to.
public enum Arm {
    /// A request of a session that keeps its cookies.
    STICKY,
    /// A session of one request: a fresh assignment, and the control arm of dropped cookies.
    CONTROL
}
