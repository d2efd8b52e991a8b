package dev.stickcheck.config;

import java.util.List;

/// A document of YAML as it was written: no text has become a number or a date, and each part knows its line.
sealed interface Yaml {
    /// From 1.
    int line();

    /// A text.
    ///
    /// @param plain whether it stands without quotes, so that `true` may mean more than its letters
    record Scalar(String text, boolean plain, int line) implements Yaml {
        /// What YAML 1.2 reads as nothing.
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /// A list.
    record Items(List<Yaml> items, int line) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Names with values, in their order.
    record Fields(List<Field> fields, int line) implements Yaml {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /// One name and its value.
    record Field(String name, int line, Yaml value) {}
}
