package dev.stickcheck.report;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Attribution.Estimate;
import dev.stickcheck.model.Episodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of the sessions' agreement is theirs, in sentences.
final class AttributionFacts {
    private AttributionFacts() {}

    static List<String> of(Attribution a) {
        List<String> facts = new ArrayList<>();
        if (a.sessions() == 0) {
            return facts;
        }
        facts.add("answers agree within sessions by "
                + Numbers.percent(a.agreement().within()) + ", between sessions by "
                + Numbers.percent(a.agreement().between()) + kappa(a.kappa()));
        facts.add(control(a.control()));
        Attribution.Shuffle shuffle = a.shuffle();
        if (shuffle.pValue() != null) {
            facts.add("shuffling the answers of each round agreed as well with a probability of "
                    + Numbers.plain(shuffle.pValue()) + " (" + Numbers.count(shuffle.permutations(), "permutation")
                    + " of " + Numbers.count(shuffle.sessions(), "session") + ")");
        }
        return facts;
    }

    private static String kappa(Attribution.Kappa kappa) {
        Estimate pair = kappa.pair();
        return pair == null
                ? ""
                : ": kappa " + Numbers.plain(pair.value())
                        + (pair.standardError() == null ? "" : " ± " + Numbers.plain(pair.standardError()));
    }

    private static String control(Attribution.Control control) {
        return control.attributable() == null
                ? "how much of it cookies bring about cannot be told: " + control.unknown()
                : "without cookies they agree by " + Numbers.percent(control.agreement()) + " ("
                        + Numbers.count(control.requests(), "one-request session")
                        + "), so stickiness beyond chance is "
                        + Numbers.percent(control.attributable())
                        + (control.interval() == null
                                ? ""
                                : " (plausible: " + Numbers.percents(control.interval()) + ")");
    }

    /// Null without a switch.
    static @Nullable String episodes(Episodes episodes) {
        Episodes.Episode largest = episodes.largest();
        if (largest == null) {
            return null;
        }
        return Numbers.count(episodes.count(), "episode") + " of moves, the largest of "
                + Numbers.count(largest.sessions(), "session") + " within "
                + Numbers.duration(Duration.between(largest.from(), largest.to()))
                + (episodes.decisive() ? ": without it sessions would not have failed" : "");
    }
}
