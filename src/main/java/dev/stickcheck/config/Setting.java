package dev.stickcheck.config;

import java.util.List;

/// What a configuration file gives an option.
///
/// @param values as on the command line: a flag has none
/// @param given false for a flag that is switched off
/// @param line where it stands
public record Setting(List<String> values, boolean given, int line) {
    public Setting {
        values = List.copyOf(values);
    }
}
