package dev.stickcheck.identify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an answer brings along that may tell which instance gave it.
///
/// @param headers values by lower-case name, or by a map that ignores case such as `HttpHeaders.map()`
/// @param jar what the session's jar holds for the asked URL
/// @param body the beginning of the body; null when it was not kept
public record Answer(
        Map<String, List<String>> headers,
        Jar jar,
        @Nullable String body) {

    /// Looks a cookie's value up by its name.
    @FunctionalInterface
    public interface Jar {
        /// A jar without cookies.
        Jar EMPTY = name -> null;

        @Nullable
        String value(String name);
    }

    /// Leaves out everything that came from outside: it contains cookie values, which are credentials.
    @Override
    public String toString() {
        return "Answer[" + headers.size() + " headers]";
    }
}
