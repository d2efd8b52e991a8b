package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Target;
import dev.stickcheck.model.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Reads a TARGET.
final class TargetReader {
    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");
    /// What is asked when the target names no path.
    private static final String PATH = "/api/health";

    private TargetReader() {}

    static Target read(String text) {
        String target = text.strip();
        if (target.toLowerCase(Locale.ROOT).startsWith("lab:")) {
            return new Target.Lab(target);
        }
        if (!target.contains("://")) {
            throw new BadValue("the target " + Quantities.quoted(withoutUser(target)) + " has no scheme: write http://"
                    + Text.inert(withoutUser(target), 80) + " or https://" + Text.inert(withoutUser(target), 80));
        }
        return new Target.Url(withPath(parse(target)));
    }

    private static URI parse(String target) {
        String scheme = target.substring(0, target.indexOf("://")).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new BadValue("the target's scheme " + Quantities.quoted(scheme)
                    + " is not known: write http://, https://, ws://, wss:// or lab:POLICY");
        }
        String authority = authority(target);
        if (authority.contains("@")) {
            throw new BadValue("a user name or password in the target is not taken: give it by"
                    + " --header 'Authorization: …' or --header-file, and write " + scheme + "://"
                    + Text.inert(withoutUser(authority), 80));
        }
        URI uri;
        try {
            uri = new URI(target);
        } catch (URISyntaxException e) {
            throw new BadValue("the target " + Quantities.quoted(target) + " is no URL: "
                    + Text.inert(e.getReason(), 100) + " at position " + (e.getIndex() + 1));
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new BadValue(hostProblem(target, authority));
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new BadValue("the target's port must lie between 1 and 65535, got " + uri.getPort());
        }
        return uri;
    }

    private static String hostProblem(String target, String authority) {
        return authority.contains("_")
                ? "the target's host " + Quantities.quoted(authority)
                        + " has an underscore, which Java's HTTP client does not take: use an address, or another name with --resolve"
                : "the target " + Quantities.quoted(target) + " names no host";
    }

    private static String authority(String target) {
        String rest = target.substring(target.indexOf("://") + 3);
        int end = rest.length();
        for (char stop : new char[] {'/', '?', '#'}) {
            int at = rest.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        return rest.substring(0, end);
    }

    private static String withoutUser(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static URI withPath(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? PATH : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        return URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost() + port + path + query);
    }
}
