package dev.stickcheck.model;

import java.net.URI;

/// What the user aims at.
public sealed interface Target {
    /// A server that is there already: `http`, `https`, `ws` or `wss`, with a path.
    record Url(URI uri) implements Target {}

    /// A cluster that is started for the length of the command.
    ///
    /// @param spec as written, `lab:` included
    record Lab(String spec) implements Target {}
}
