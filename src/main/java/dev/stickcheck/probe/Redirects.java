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
            URI to = from.resolve(location(answer));
            String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https")) || to.getHost() == null) {
                return null;
            }
            boolean noPath = to.getRawPath() == null || to.getRawPath().isEmpty();
            return noPath ? to.resolve("/") : to;
        } catch (IllegalArgumentException e) {
            return null;
        }
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
