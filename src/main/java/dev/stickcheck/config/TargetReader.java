package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Target;
import dev.stickcheck.model.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a TARGET.
final class TargetReader {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");
    /// What is asked when the target names no path.
    private static final String PATH = "/api/health";

    private TargetReader() {}

    static Target read(String text) {
        String target = text.strip();
        if (target.toLowerCase(Locale.ROOT).startsWith("lab:")) {
            return new Target.Lab(target);
        }
        if (!SCHEME.matcher(target).lookingAt()) {
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
                    + (target.indexOf('@') == target.lastIndexOf('@')
                            ? Text.inert(withoutUser(authority), 80)
                            : "HOST"));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(target)) {
            throw new BadValue("the target " + shown(target) + " is no URL: it holds half a character");
        }
        URI uri;
        try {
            uri = new URI(target);
        } catch (URISyntaxException e) {
            throw new BadValue("the target " + shown(target) + " is no URL: " + Text.inert(e.getReason(), 100));
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
        if (authority.contains("_") && !target.contains("@")) {
            return "the target's host " + Quantities.quoted(authority)
                    + " has an underscore, which Java's HTTP client does not take: use an address, or another name with --resolve";
        }
        return authority.chars().anyMatch(c -> c > 0x7f)
                ? "the target " + shown(target) + " needs its host in ASCII, as in xn--bcher-kva.example"
                : "the target " + shown(target) + " has no usable host and port";
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

    // A password may hold the very character that ends an authority, so whatever stands before an @ is left out.
    private static String shown(String target) {
        int at = target.lastIndexOf('@');
        return Quantities.quoted(
                at < 0 ? target : target.substring(0, target.indexOf("://") + 3) + "…" + target.substring(at));
    }

    private static String withoutUser(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static URI withPath(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? PATH : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        URI url = URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost() + port + path + query);
        // The HTTP client would send a question mark for each other character.
        return URI.create(url.toASCIIString());
    }
}
