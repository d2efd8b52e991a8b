package dev.stickcheck.lab;

/// What a decision did wrong on purpose.
enum Breach {
    NONE,
    /// A pinned request went to another instance once.
    MISROUTED,
    /// A pin was forgotten and a new one given.
    PIN_LOST
}
