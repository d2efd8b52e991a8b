package dev.stickcheck.config;

/// A name that a configuration file may use: an option of the command line without its dashes.
///
/// @param shared whether it holds for the whole command, so that a single target cannot have its own
public record ConfigKey(String name, Kind kind, boolean shared) {
    /// How many values an option takes.
    public enum Kind {
        FLAG,
        ONE,
        MANY
    }
}
