package dev.stickcheck.model;

/// What the user expects of the load balancer, and so which checks are gated.
public enum Expectation {
    /// Sessions stay on one instance; stickiness and the evenness of assignments are gated.
    STICKY,
    /// Requests spread over the instances; the evenness of all requests is gated, stickiness is only reported.
    SPREAD,
    /// Nothing is expected; stickiness and evenness are both only reported.
    ANY
}
