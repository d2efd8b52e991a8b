package dev.stickcheck.verdict;

import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.model.Trait;
import java.util.ArrayList;
import java.util.List;

/// What a person should know beside a comparison's answer.
final class ComparisonNotes {
    private ComparisonNotes() {}

    static List<String> of(Comparison comparison) {
        List<String> notes = new ArrayList<>();
        lost(comparison, notes);
        omission(comparison, notes);
        crossCheck(comparison.service(), notes);
        if (comparison.blocks().size() < comparison.planned()) {
            notes.add(Words.count(comparison.blocks().size(), "block") + " of " + comparison.planned()
                    + " planned count; the one under way was left out.");
        }
        for (Trait trait : comparison.recommendation().asked()) {
            notes.add("It would change the answer to know whether " + trait.text() + ": --application " + trait.label()
                    + " or no-" + trait.label() + ".");
        }
        return notes;
    }

    private static void lost(Comparison comparison, List<String> notes) {
        long on = comparison.on().sessionsLost();
        long off = comparison.off().sessionsLost();
        if (on + off > 0) {
            notes.add("The target lost " + Words.count(on, "session") + " with affinity and " + off + " without.");
        }
    }

    // A target that stalls keeps the load away just while it is slow.
    private static void omission(Comparison comparison, List<String> notes) {
        Speedup service = comparison.service().get(1);
        Speedup response = comparison.response().get(1);
        if (service.gain() != response.gain() && comparison.contrast() != Contrast.NONE) {
            notes.add("Counted from the intended sending it reads otherwise: " + response.why() + ".");
        }
    }

    private static void crossCheck(List<Speedup> speedups, List<String> notes) {
        for (Speedup speedup : speedups) {
            Interval pooled = speedup.interval();
            Interval blocks = speedup.blockwise();
            if (pooled != null && blocks != null && (pooled.high() < blocks.low() || blocks.high() < pooled.low())) {
                notes.add("The blocks' own ratios of " + speedup.name() + " contradict the ratio of all requests ("
                        + Effects.between(blocks) + "): look at the single blocks.");
            }
        }
    }
}
