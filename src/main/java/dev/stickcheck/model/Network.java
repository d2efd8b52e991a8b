package dev.stickcheck.model;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How requests reach the target.
///
/// @param keepCookies whether a session keeps its cookies between requests
/// @param sourceAddresses local addresses that sessions use in turn; empty: the system chooses
/// @param version the HTTP version asked for; null: 1.1 over http, what ALPN agrees on over https
/// @param insecure whether any server certificate is taken
/// @param caFile certificate authorities (PEM) to trust instead of the JDK's
/// @param resolve addresses of host names, in lower case, in place of the system's answer
public record Network(
        ConnectionPolicy connections,
        boolean keepCookies,
        List<InetAddress> sourceAddresses,
        @Nullable HttpVersion version,
        boolean insecure,
        @Nullable Path caFile,
        @Nullable InetSocketAddress proxy,
        Map<String, InetAddress> resolve) {
    public static final Network DEFAULT =
            new Network(ConnectionPolicy.POOLED, true, List.of(), null, false, null, null, Map.of());

    public Network {
        sourceAddresses = List.copyOf(sourceAddresses);
        resolve = Map.copyOf(resolve);
    }

    Network resolving(Map<String, InetAddress> names) {
        Map<String, InetAddress> all = new HashMap<>(resolve);
        all.putAll(names);
        return new Network(connections, keepCookies, sourceAddresses, version, insecure, caFile, proxy, all);
    }

    /// The HTTP versions that the client speaks.
    public enum HttpVersion {
        HTTP_1_1,
        HTTP_2
    }
}
