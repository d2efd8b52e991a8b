package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.config.Yaml.Field;
import dev.stickcheck.config.Yaml.Fields;
import dev.stickcheck.config.Yaml.Items;
import dev.stickcheck.config.Yaml.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reads the value of one name into the text that the command line would have: `[a, b]` is `a,b` where an option takes
/// a list, `{a: 7, b: 2}` is `a=7,b=2` for instances, and `{Accept: text/html}` a header.
final class SettingReader {
    private SettingReader() {}

    static Setting read(ConfigKey key, Yaml value) {
        return switch (key.kind()) {
            case FLAG -> new Setting(List.of(), flag(key, value), value.line());
            case ONE -> new Setting(List.of(one(key, value)), true, value.line());
            case MANY -> new Setting(many(key, value), true, value.line());
        };
    }

    private static boolean flag(ConfigKey key, Yaml value) {
        if (value instanceof Scalar scalar && scalar.plain()) {
            switch (scalar.text().toLowerCase(Locale.ROOT)) {
                case "true" -> {
                    return true;
                }
                case "false" -> {
                    return false;
                }
                default -> {}
            }
        }
        throw bad(value, key.name() + " must be true or false");
    }

    private static String one(ConfigKey key, Yaml value) {
        return switch (value) {
            case Scalar scalar -> text(key, scalar);
            case Items(List<Yaml> items, int line)
            when listed(key) && !items.isEmpty() ->
                items.stream().map(item -> text(key, item)).collect(Collectors.joining(","));
            case Fields(List<Field> fields, int line)
            when key.name().equals("instances") && !fields.isEmpty() ->
                fields.stream()
                        .map(field -> field.name() + "=" + text(key, field.value()))
                        .collect(Collectors.joining(","));
            case Items items -> throw bad(value, key.name() + " takes one value, not a list");
            case Fields fields -> throw bad(value, key.name() + " takes one value, not names with values");
        };
    }

    private static boolean listed(ConfigKey key) {
        return key.name().equals("instances") || key.name().equals("source-address");
    }

    private static List<String> many(ConfigKey key, Yaml value) {
        return switch (value) {
            case Scalar scalar -> List.of(text(key, scalar));
            case Items(List<Yaml> items, int line) ->
                items.stream().map(item -> text(key, item)).toList();
            case Fields(List<Field> fields, int line)
            when key.name().equals("header") ->
                fields.stream()
                        .map(field -> field.name() + ": " + text(key, field.value()))
                        .toList();
            case Fields fields -> throw bad(value, key.name() + " takes values, not names with values");
        };
    }

    private static String text(ConfigKey key, Yaml value) {
        if (value instanceof Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        throw bad(value, key.name() + (value instanceof Scalar ? " has no value" : " has a list or a map inside"));
    }

    private static BadValue bad(Yaml at, String what) {
        return new BadValue("line " + at.line() + ": " + what);
    }
}
