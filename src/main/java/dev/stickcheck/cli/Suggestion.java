package dev.stickcheck.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// The valid name nearest to a mistyped one.
final class Suggestion {
    private Suggestion() {}

    static @Nullable String nearest(String given, CommandSpec command) {
        String name = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
        List<String> names = new ArrayList<>(command.subcommands().keySet());
        command.options().forEach(option -> names.addAll(List.of(option.names())));
        String best = null;
        int least = Math.max(2, name.length() / 3) + 1;
        for (String candidate : names) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /// Levenshtein's, on at most 64 characters.
    private static int distance(String a, String b) {
        if (a.length() > 64) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
