package dev.stickcheck.model;

/// How sessions and TCP connections relate.
public enum ConnectionPolicy {
    /// Sessions share a pool of kept-alive connections, as users behind one proxy do.
    POOLED,
    /// Each session has connections of its own, as a browser does.
    PER_SESSION,
    /// Each request opens a connection, so that no connection can make a session stick.
    FRESH
}
