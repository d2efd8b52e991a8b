package dev.stickcheck.lab;

import dev.stickcheck.model.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a mistyped name was probably meant to be.
final class NearestNames {
    private static final int LONGEST = 64;
    private static final int MOST = 2;

    private NearestNames() {}

    /// `there is no policy 'cooky': did you mean cookie? There are round-robin, random, cookie, ip-hash`.
    static String explain(String kind, String given, Collection<String> valid) {
        List<String> near = near(given, valid);
        return "there is no " + kind + " '" + Text.inert(given, 40) + "'"
                + (near.isEmpty() ? "; there are " : ": did you mean " + String.join(" or ", near) + "? There are ")
                + String.join(", ", valid);
    }

    /// The valid names at most a third of their length (and at least two changes) away, the nearest first.
    static List<String> near(String given, Collection<String> valid) {
        if (given.length() > LONGEST) {
            return List.of();
        }
        return valid.stream().collect(Collectors.toMap(name -> name, name -> distance(given, name))).entrySet().stream()
                .filter(entry -> entry.getValue() <= Math.max(2, entry.getKey().length() / 3))
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Levenshtein's, a row at a time.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
