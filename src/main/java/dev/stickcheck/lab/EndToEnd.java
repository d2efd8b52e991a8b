package dev.stickcheck.lab;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which headers a proxy passes on: all but those that speak of one connection (RFC 9110, section 7.6.1).
final class EndToEnd {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            // Answered by the balancer itself before it asks an instance.
            "expect");

    private EndToEnd() {}

    /// Adds every header of `from` that may go further, in order and repeated ones repeatedly.
    static void copy(MultiMap from, MultiMap to) {
        List<String> connection = from.getAll(HttpHeaders.CONNECTION);
        for (Map.Entry<String, String> header : from) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named(name, connection)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    /// Whether the sender closes its connection after this message, alone or in a list of options.
    static boolean closes(MultiMap headers) {
        return lists(headers.getAll(HttpHeaders.CONNECTION), "close");
    }

    /// Whether the sender asks for another protocol, alone or in a list of options.
    static boolean upgrades(MultiMap headers) {
        return lists(headers.getAll(HttpHeaders.CONNECTION), "upgrade");
    }

    /// Whether `Connection` declares this header to be for one hop only; it cannot do so with what the message needs.
    private static boolean named(String name, List<String> connection) {
        return !name.equals("content-length") && !name.equals("host") && lists(connection, name);
    }

    private static boolean lists(List<String> connection, String wanted) {
        for (String value : connection) {
            for (String option : value.split(",", -1)) {
                if (option.strip().equalsIgnoreCase(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
