package dev.stickcheck.cookie;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cookies of one request.
///
/// @param header the `Cookie` header's value, null where there is nothing to send
/// @param names the names in it, in order, each cut to 100 characters
/// @param ended the names of cookies that were dropped since the last request because their own lifetime had ended
public record Sent(@Nullable String header, List<String> names, List<String> ended) {
    /// Nothing to send and nothing to tell.
    public static final Sent NONE = new Sent(null, List.of(), List.of());

    public Sent {
        names = List.copyOf(names);
        ended = List.copyOf(ended);
    }

    /// The names alone: the header is made of credentials.
    @Override
    public String toString() {
        return "Sent[names=" + names + ", ended=" + ended + "]";
    }
}
