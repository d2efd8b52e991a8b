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
        how.add(Numbers.count(letters.size() - (long) others.size()) + " of " + Numbers.count(letters.size())
                + " sessions met the same in every answer: they are one band for each instance, as thick as they are"
                + " many.");
        how.add(
                drawn == others.size()
                        ? "The other " + Numbers.count(drawn) + " are a row each."
                        : "Of the other " + Numbers.count(others.size()) + ", " + drawn
                                + " are drawn, evenly chosen in launch order.");
        return rows;
    }

    private static Row plus(Row a, Row b) {
        return new Row(
                a.letters().length() < b.letters().length() ? b.letters() : a.letters(), a.sessions() + b.sessions());
    }
}
