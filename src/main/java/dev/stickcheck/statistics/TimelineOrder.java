package dev.stickcheck.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives marks to instances in the order of the tables, so that A is the first one there, whoever answered first.
final class TimelineOrder {
    private static final int MARKS = Character.MAX_RADIX;

    private final List<String> ids = new ArrayList<>();
    private final char[] marks;

    /// @param seen in the order of their numbers, of which only the first can have a mark
    /// @param shown in the order of the tables
    TimelineOrder(List<String> seen, List<String> shown) {
        List<String> marked = seen.subList(0, Math.min(MARKS, seen.size()));
        Map<String, Integer> places = new HashMap<>();
        shown.forEach(id -> places.putIfAbsent(id, places.size()));
        ids.addAll(marked);
        ids.sort(Comparator.comparingInt(id -> places.getOrDefault(id, Integer.MAX_VALUE)));
        marks = new char[marked.size()];
        for (int number = 0; number < marks.length; number++) {
            marks[number] = Character.forDigit(ids.indexOf(marked.get(number)), MARKS);
        }
        ids.addAll(seen.subList(marked.size(), seen.size()));
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    /// The marks of a session, each of them a number in base 36 or none of an instance.
    String of(String numbers) {
        StringBuilder ordered = new StringBuilder(numbers.length());
        for (int i = 0; i < numbers.length(); i++) {
            int number = Character.digit(numbers.charAt(i), MARKS);
            ordered.append(number < 0 ? numbers.charAt(i) : marks[number]);
        }
        return ordered.toString();
    }
}
