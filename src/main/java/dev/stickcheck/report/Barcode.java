package dev.stickcheck.report;

import dev.stickcheck.model.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A picture of the run: a row a session, a letter an answer. A session that sticks is a row of one letter.
///
/// @param rows the drawn sessions
/// @param legend letters and marks that appear, with the index of the instance, or -1 for a mark
/// @param caption what was left out; empty when nothing was
record Barcode(List<String> rows, Map<Character, Integer> legend, String caption) {
    private static final int RADIX = 36;
    private static final int LETTERS = 26;

    static Barcode of(Timeline timeline, int mostRows, int mostAnswers) {
        int all = timeline.sessions().size();
        int drawn = Math.min(all, mostRows);
        List<String> rows = new ArrayList<>();
        Map<Character, Integer> seen = new LinkedHashMap<>();
        boolean cut = false;
        for (int i = 0; i < drawn; i++) {
            String session = timeline.sessions().get((int) ((long) i * all / drawn));
            cut |= session.length() > mostAnswers;
            rows.add(row(session, mostAnswers, seen));
        }
        Map<Character, Integer> legend = new LinkedHashMap<>();
        seen.entrySet().stream()
                .sorted(Map.Entry.<Character, Integer>comparingByValue((a, b) -> Integer.compareUnsigned(a, b))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> legend.put(entry.getKey(), entry.getValue()));
        return new Barcode(rows, legend, caption(drawn, all, cut ? mostAnswers : 0, timeline.thinned()));
    }

    private static String row(String session, int mostAnswers, Map<Character, Integer> seen) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < Math.min(session.length(), mostAnswers); i++) {
            char letter = letter(session.charAt(i));
            seen.put(letter, index(letter));
            row.append(letter);
        }
        return row.toString();
    }

    /// The letter that stands for a timeline's character; anything that is none stands for unidentified.
    private static char letter(char mark) {
        if (mark == '!' || mark == '+') {
            return mark;
        }
        int index = mark < 128 ? Character.digit(mark, RADIX) : -1;
        if (index < 0) {
            return '.';
        }
        return of(index);
    }

    private static char of(int index) {
        return (char) (index < LETTERS ? 'A' + index : 'a' + index - LETTERS);
    }

    /// The letter of an instance by its index in the timeline; nothing beyond the 36th.
    static String letter(int index) {
        return index < RADIX ? String.valueOf(of(index)) : "";
    }

    /// The instance that a letter stands for, or -1.
    static int index(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        return letter >= 'a' && letter <= 'z' ? letter - 'a' + LETTERS : -1;
    }

    /// What a mark that is no instance means.
    static String meaning(char mark) {
        return switch (mark) {
            case '!' -> "error";
            case '+' -> "another instance";
            default -> "unidentified";
        };
    }

    private static String caption(int drawn, int all, int answers, boolean thinned) {
        List<String> left = new ArrayList<>();
        if (drawn < all) {
            left.add(Numbers.count(drawn) + " of " + Numbers.count(all) + " sessions, evenly thinned");
        }
        if (answers > 0) {
            left.add("the first " + Numbers.count(answers) + " answers of each");
        }
        if (thinned) {
            left.add("the record itself is evenly thinned");
        }
        return String.join("; ", left);
    }
}
