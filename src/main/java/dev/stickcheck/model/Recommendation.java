package dev.stickcheck.model;

import java.util.List;

/// Whether to use affinity, and what that rests on.
///
/// @param why one sentence
/// @param rules those of which one must be met before affinity is added
/// @param scenarios what kinds of application are advised to do
/// @param asked traits of the application that are not known and could change the answer, in words
public record Recommendation(Affinity affinity, String why, List<Rule> rules, List<Rule> scenarios, List<Trait> asked) {
    public Recommendation {
        rules = List.copyOf(rules);
        scenarios = List.copyOf(scenarios);
        asked = List.copyOf(asked);
    }
}
