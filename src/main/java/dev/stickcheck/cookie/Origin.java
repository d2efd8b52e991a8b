package dev.stickcheck.cookie;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a URI says about the cookies it may set and get.
///
/// @param host the host, canonical
/// @param isSecure whether `Secure` cookies travel: over TLS, and, as in browsers, to `localhost`, `*.localhost`,
///     127.0.0.0/8 and `[::1]` over plain http, since that never leaves the machine (W3C Secure Contexts, section 3.1)
/// @param path the raw path, `/` where there is none
record Origin(HostName host, boolean isSecure, String path) {
    /// The origin of a URI, or null where it has no usable host: it then sets and gets nothing.
    static @Nullable Origin of(URI uri) {
        HostName host = HostName.of(uri);
        if (host == null) {
            return null;
        }
        String path = uri.getRawPath();
        return new Origin(host, isTls(uri) || host.isLoopback(), path == null || path.isEmpty() ? "/" : path);
    }

    private static boolean isTls(URI uri) {
        String scheme = uri.getScheme();
        return "https".equalsIgnoreCase(scheme) || "wss".equalsIgnoreCase(scheme);
    }
}
