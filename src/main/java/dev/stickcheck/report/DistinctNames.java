package dev.stickcheck.report;

import dev.stickcheck.model.Text;
import java.util.HashSet;
import java.util.Set;

/// A target's own names where no two may be the same: long ones are cut, and what is there already gets a number.
final class DistinctNames {
    private final int longest;
    private final Set<String> taken = new HashSet<>();

    DistinctNames(int longest) {
        this.longest = longest;
    }

    String of(String raw) {
        String name = Text.inert(raw, longest);
        String distinct = name;
        for (int i = 2; !taken.add(distinct); i++) {
            distinct = name + " (" + i + ")";
        }
        return distinct;
    }
}
