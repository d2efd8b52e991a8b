package dev.stickcheck.lab;

import java.time.Duration;

/// What is wrong with an instance that is up.
sealed interface Ailment {
    /// Nothing.
    record None() implements Ailment {}

    /// It answers later.
    record Slow(Duration by) implements Ailment {}

    /// It answers 503.
    record Failing() implements Ailment {}

    /// It resets the connection of every request.
    record Resetting() implements Ailment {}

    /// One word for the control API.
    default String word() {
        return switch (this) {
            case None none -> "none";
            case Slow slow -> "slow";
            case Failing failing -> "error";
            case Resetting resetting -> "reset";
        };
    }
}
