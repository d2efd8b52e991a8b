package dev.stickcheck.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The request that every session sends again and again.
///
/// @param headers given by option: they may carry credentials, so they are never printed and never cross an origin
public record Request(
        String method, List<Header> headers, @Nullable String body) {
    public static final Request GET = new Request("GET", List.of(), null);

    public Request {
        headers = List.copyOf(headers);
    }

    /// Whether nothing but the path was asked for, headers aside.
    public boolean isPlain() {
        return method.equals("GET") && body == null;
    }

    /// One header field. Its text form leaves the value out, for it may be a credential.
    public record Header(String name, String value) {
        @Override
        public String toString() {
            return name + ": (not shown)";
        }
    }
}
