package dev.stickcheck.report;

import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of one JSON object, asked for by name. One that is missing or of another kind is a problem that names
/// its place, such as `checks[2].outcome`.
final class Members {
    private static final int LONGEST_SHOWN = 60;

    private final Map<?, ?> members;
    private final String place;

    private Members(Map<?, ?> members, String place) {
        this.members = members;
        this.place = place;
    }

    static Members of(@Nullable Object value, String place) {
        if (value instanceof Map<?, ?> members) {
            return new Members(members, place);
        }
        throw problem(place.isEmpty() ? "the document" : place, value, "an object");
    }

    private static ReportProblem problem(String place, @Nullable Object value, String expected) {
        String found = value == null
                ? "missing"
                : value instanceof String text ? "'" + Text.inert(text, LONGEST_SHOWN) + "'" : kind(value);
        return new ReportProblem(place + " is " + found + ", expected " + expected, null);
    }

    private static String kind(Object value) {
        return value instanceof Map
                ? "an object"
                : value instanceof List ? "an array" : Text.inert(value.toString(), LONGEST_SHOWN);
    }

    private ReportProblem unexpected(String name, String expected) {
        return problem(place(name), members.get(name), expected);
    }

    private String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw unexpected(name, "a text");
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /// Text that may be unknown.
    @Nullable
    String maybe(String name) {
        return has(name) ? text(name) : null;
    }

    /// What a text stands for.
    ///
    /// @param meaning null for a text that means nothing here
    /// @param expected the texts that do, in words
    <T> T meant(String name, Function<String, @Nullable T> meaning, String expected) {
        T meant = meaning.apply(text(name));
        if (meant == null) {
            throw unexpected(name, expected);
        }
        return meant;
    }

    /// A count: a whole number that is not negative.
    long count(String name) {
        if (members.get(name) instanceof Long count && count >= 0) {
            return count;
        }
        throw unexpected(name, "a count");
    }

    long count(String name, long otherwise) {
        return has(name) ? count(name) : otherwise;
    }

    int small(String name) {
        long count = count(name);
        if (count > Integer.MAX_VALUE) {
            throw unexpected(name, "a smaller count");
        }
        return (int) count;
    }

    /// A whole number of any sign.
    long whole(String name) {
        if (members.get(name) instanceof Long whole) {
            return whole;
        }
        throw unexpected(name, "a whole number");
    }

    /// Null for unknown.
    @Nullable
    Double number(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof Number) {
            return value == null ? null : ((Number) value).doubleValue();
        }
        throw unexpected(name, "a number or null");
    }

    double known(String name) {
        Double number = number(name);
        if (number == null) {
            throw unexpected(name, "a number");
        }
        return number;
    }

    /// More than nothing and less than certainty.
    double confidence() {
        double confidence = known("confidence");
        if (!(confidence > 0 && confidence < 1)) {
            throw problem(place("confidence"), confidence, "a number between 0 and 1");
        }
        return confidence;
    }

    boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw unexpected(name, "true or false");
    }

    @Nullable
    Interval interval(String name) {
        if (!has(name)) {
            return null;
        }
        if (members.get(name) instanceof List<?> ends
                && ends.size() == 2
                && ends.get(0) instanceof Number low
                && ends.get(1) instanceof Number high
                && low.doubleValue() <= high.doubleValue()) {
            return new Interval(low.doubleValue(), high.doubleValue());
        }
        throw unexpected(name, "[low, high] or null");
    }

    Latency latency(String name) {
        if (!has(name)) {
            return Latency.UNKNOWN;
        }
        Members latency = object(name);
        return new Latency(latency.number("p50"), latency.number("p95"), latency.number("p99"), latency.number("max"));
    }

    Members object(String name) {
        return of(members.get(name), place(name));
    }

    /// An object that earlier versions did not write: then one without members.
    Members objectOrEmpty(String name) {
        return has(name) ? object(name) : new Members(Map.of(), place(name));
    }

    <T> List<T> list(String name, Function<Members, T> element) {
        List<?> elements = array(name);
        List<T> list = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            list.add(element.apply(of(elements.get(i), place(name) + "[" + i + "]")));
        }
        return list;
    }

    List<String> texts(String name) {
        List<?> elements = array(name);
        List<String> texts = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            if (!(elements.get(i) instanceof String text)) {
                throw problem(place(name) + "[" + i + "]", elements.get(i), "a text");
            }
            texts.add(text);
        }
        return texts;
    }

    /// Counts that fit an int.
    List<Integer> smalls(String name) {
        List<Integer> counts = new ArrayList<>();
        for (Object element : array(name)) {
            if (!(element instanceof Long count) || count < 0 || count > Integer.MAX_VALUE) {
                throw unexpected(name, "an array of counts");
            }
            counts.add(count.intValue());
        }
        return counts;
    }

    private List<?> array(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof List) {
            return value == null ? List.of() : (List<?>) value;
        }
        throw unexpected(name, "an array");
    }

    /// The names in the file's own order.
    List<String> names() {
        List<String> names = new ArrayList<>(members.size());
        members.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /// Texts by name.
    Map<String, String> textsByName() {
        Map<String, String> texts = new LinkedHashMap<>();
        names().forEach(name -> texts.put(name, text(name)));
        return texts;
    }
}
