package dev.stickcheck.cookie;

import dev.stickcheck.model.CookieRefusal;
import java.util.List;

/// What became of the cookies of one answer.
///
/// @param set the names it asked to set, in order: kept or not, deletions included, each cut to 100 characters
/// @param refused the cookies that are not kept, or that can never be returned to the probed URL
public record Received(List<String> set, List<CookieRefusal> refused) {
    /// An answer without cookies.
    public static final Received NONE = new Received(List.of(), List.of());

    public Received {
        set = List.copyOf(set);
        refused = List.copyOf(refused);
    }
}
