package dev.stickcheck.model;

import java.util.List;

/// What one request did to its session's cookies, by name: a value is a credential.
///
/// @param sent names sent with the request (its first hop, when it was redirected)
/// @param set names that its answers asked to set, kept or not, deletions included
/// @param ended names that the jar dropped since the session's last request because their own lifetime had ended
/// @param refused cookies of its answers that a conforming client does not keep or can never return to the probed URL
public record CookieTrace(List<String> sent, List<String> set, List<String> ended, List<CookieRefusal> refused) {
    /// No cookie anywhere.
    public static final CookieTrace NONE = new CookieTrace(List.of(), List.of(), List.of(), List.of());

    public CookieTrace {
        sent = List.copyOf(sent);
        set = List.copyOf(set);
        ended = List.copyOf(ended);
        refused = List.copyOf(refused);
    }
}
