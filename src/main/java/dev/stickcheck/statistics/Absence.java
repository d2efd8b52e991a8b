package dev.stickcheck.statistics;

/// A part of the run in which an instance was not there for new sessions, in fresh assignments since the start: it was
/// gone, closed, or had not yet come in another's place.
record Absence(int instance, long from, long to) {}
