package dev.stickcheck.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a mistyped name was probably meant to be.
public final class NearestName {
    private static final int LONGEST = 64;

    private NearestName() {}

    /// The valid names at most a third of their length (and at least two changes) away, the nearest first.
    public static List<String> of(String given, Collection<String> valid, int most) {
        if (given.length() > LONGEST) {
            return List.of();
        }
        return valid.stream()
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> distance(given, name)))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() <= Math.max(2, entry.getKey().length() / 3))
                .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
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
