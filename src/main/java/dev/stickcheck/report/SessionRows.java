package dev.stickcheck.report;

import dev.stickcheck.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rows of a page's barcode. Up to [#MOST] sessions are a row each, in launch order. Of more, those that are all of
/// one letter become one row for each letter, which stands for as many as there are, and the others are thinned evenly.
///
/// @param rows in the order they are drawn
/// @param how what was put together or left out; empty when nothing was
record SessionRows(List<Row> rows, List<String> how) {
    static final int MOST = 100;
    private static final int MOST_OTHERS = 60;

    /// @param letters an answer each, as in [Barcode]
    /// @param sessions for how many it stands
    record Row(String letters, int sessions) {}

    SessionRows {
        rows = List.copyOf(rows);
        how = List.copyOf(how);
    }

    static SessionRows of(Timeline timeline) {
        List<String> letters = Barcode.of(timeline, Integer.MAX_VALUE, Integer.MAX_VALUE).rows().stream()
                .filter(row -> !row.isEmpty())
                .toList();
        List<String> how = new ArrayList<>();
        List<Row> rows = letters.size() <= MOST
                ? letters.stream().map(row -> new Row(row, 1)).toList()
                : together(letters, how);
        if (timeline.thinned()) {
            how.add("The record itself holds a part of the sessions or answers, evenly chosen.");
        }
        return new SessionRows(rows, how);
    }

    private static List<Row> together(List<String> letters, List<String> how) {
        Map<Character, Row> solid = new TreeMap<>();
        List<Row> others = new ArrayList<>();
        for (String row : letters) {
            if (row.chars().allMatch(letter -> letter == row.charAt(0))) {
                solid.merge(row.charAt(0), new Row(row, 1), SessionRows::plus);
            } else {
                others.add(new Row(row, 1));
            }
        }
        List<Row> rows = new ArrayList<>(solid.values());
        int drawn = Math.min(MOST_OTHERS, others.size());
        for (int i = 0; i < drawn; i++) {
            rows.add(others.get((int) ((long) i * others.size() / drawn)));
        }
        how.addAll(words(letters.size(), letters.size() - others.size(), drawn));
        return rows;
    }

    /// @param same of all, that met one instance each and are drawn as a band; the others are `drawn` or left out
    private static List<String> words(int all, int same, int drawn) {
        List<String> words = new ArrayList<>();
        if (same > 0) {
            words.add((same == all ? "All " : Numbers.count(same) + " of ") + Numbers.count(all)
                    + " sessions met the same in every answer: they are one band for each instance, as thick as they"
                    + " are many.");
        }
        int others = all - same;
        if (drawn < others) {
            words.add((same == 0
                            ? "Of " + Numbers.count(all) + " sessions, "
                            : "Of the other " + Numbers.count(others) + ", ")
                    + drawn + " are drawn, evenly chosen in launch order.");
        } else if (others == 1) {
            words.add("The other one is a row of its own.");
        } else if (others > 0 && same > 0) {
            words.add("The other " + others + " are a row each.");
        }
        return words;
    }

    private static Row plus(Row a, Row b) {
        return new Row(
                a.letters().length() < b.letters().length() ? b.letters() : a.letters(), a.sessions() + b.sessions());
    }
}
