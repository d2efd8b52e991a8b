package dev.stickcheck.model;

/// In what the two arms of a comparison differ.
public enum Contrast {
    /// In the target that they ask.
    TARGETS,
    /// Cookies are returned in one arm and dropped in the other.
    COOKIES,
    /// A command switches the target between them.
    SWITCHED,
    /// In nothing: what is measured is the noise.
    NONE
}
