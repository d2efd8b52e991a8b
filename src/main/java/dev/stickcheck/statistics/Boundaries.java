package dev.stickcheck.statistics;

/// Where a test of failures among sessions stops, as numbers of sessions.
interface Boundaries {
    /// No decision on fewer.
    int minSessions();

    /// The fewest sessions that pass with so many failures; never fewer than with one failure less.
    long passAt(long failures);

    /// The most sessions among which so many failures fail; 0 when they never do.
    long failAt(long failures);
}
