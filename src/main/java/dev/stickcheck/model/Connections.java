package dev.stickcheck.model;

/// Whether connections behaved as the policy asked, by the client's connection labels.
///
/// @param policy what was asked for
/// @param distinct connections that answered
/// @param contrary answers on a connection that the policy forbids: shared with another session under
///     `per-session`, used before under `fresh`; always 0 under `pooled`
public record Connections(ConnectionPolicy policy, long distinct, long contrary) {}
