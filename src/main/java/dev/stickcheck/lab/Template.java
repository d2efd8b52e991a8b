package dev.stickcheck.lab;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program's configuration as one readable text, with `@name@` where a value goes.
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

    /// The text with every place filled.
    ///
    /// @throws IllegalArgumentException when a place has no value
    public String fill(Map<String, ?> values) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(valueOf(place.group(1), values)));
    }

    private static String valueOf(String name, Map<String, ?> values) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("the template asks for @" + name + "@, given were " + values.keySet());
        }
        return String.valueOf(values.get(name));
    }
}
