package dev.stickcheck.lab;

import java.time.Instant;

/// Something that was done to the lab on purpose, so that what a probe finds can be held against what happened.
///
/// @param at when
/// @param instance whom it happened to, such as `instance-1`
/// @param kind what: `kill`, `drain`, `restore`, `slow`, `error`, `reset`, `heal`, `misroute` or `lose-pin`
/// @param detail more about it, such as `300ms`; may be empty
public record Fault(Instant at, String instance, String kind, String detail) {
    /// One line for a person.
    public String line() {
        return at + " " + instance + " " + kind + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
