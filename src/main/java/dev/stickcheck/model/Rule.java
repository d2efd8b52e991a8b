package dev.stickcheck.model;

/// A condition under which affinity is, or is not, worth it.
///
/// @param name the condition in words
/// @param advice what follows where it is met
/// @param why what its standing rests on, one sentence
public record Rule(String name, Standing standing, String advice, String why) {}
