package dev.stickcheck.probe;

import dev.stickcheck.probe.Transport.Reply.Answer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where an answer sends a client on to, as the Fetch standard says.
final class Redirects {
    /// Fetch gives up after 20.
    static final int MOST = 20;

    private Redirects() {}

    static boolean isRedirect(Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> !location(answer).isEmpty();
            default -> false;
        };
    }

    /// The next URL, or null when `Location` cannot be followed.
    static @Nullable URI next(URI from, Answer answer) {
        try {
            URI to = resolve(from, URI.create(escaped(location(answer))));
            String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            boolean reachable = to.getHost() != null && to.getPort() != 0 && to.getPort() <= 65_535;
            return http && reachable ? withPath(to) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    // The JDK resolves as RFC 2396 did, which took a query alone for one of the folder and not of the page.
    private static URI resolve(URI from, URI to) {
        boolean queryAlone = !to.isAbsolute()
                && to.getRawAuthority() == null
                && to.getRawPath().isEmpty()
                && to.getRawQuery() != null;
        return queryAlone ? at(from, from.getRawPath(), to.getRawQuery()) : from.resolve(to);
    }

    /// A path that climbs above the root ends there (RFC 3986, section 5.2.4).
    private static URI withPath(URI to) {
        String path = to.getRawPath();
        while (path.startsWith("/../")) {
            path = path.substring(3);
        }
        return at(to, path.isEmpty() ? "/" : path, to.getRawQuery());
    }

    private static URI at(URI origin, String path, @Nullable String query) {
        String site = origin.getScheme() + "://" + origin.getRawAuthority();
        return URI.create(site + path + (query == null ? "" : "?" + query));
    }

    /// Browsers follow what a URL must not contain, so each such byte is escaped as it came.
    private static String escaped(String location) {
        StringBuilder text = new StringBuilder(location.length());
        location.chars().forEach(c -> {
            boolean plain = c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0;
            text.append(plain ? Character.toString(c) : "%%%02X".formatted(c));
        });
        return text.toString();
    }

    private static String location(Answer answer) {
        List<String> values = answer.headers().getOrDefault("location", List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// Whether the request's body and method are given up for a plain GET.
    static boolean becomesGet(int status, String method) {
        boolean head = method.equals("HEAD");
        return (status == 303 && !head) || ((status == 301 || status == 302) && method.equals("POST"));
    }

    static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
