package dev.stickcheck.config;

import java.util.List;

/// A configuration that cannot be run; every problem a line.
public final class ConfigProblem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<String> lines;

    public ConfigProblem(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    /// What is wrong, one line each, safe for a terminal.
    public List<String> lines() {
        return lines;
    }
}
