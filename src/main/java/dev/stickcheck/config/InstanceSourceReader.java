package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Text;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads `--instance-from`.
final class InstanceSourceReader {
    private static final String FORMS = "header:NAME, header:NAME:/REGEX/, cookie:NAME, json:/POINTER or body:/REGEX/";

    /// A deeply nested one would exhaust the stack of its compiler.
    private static final int LONGEST = 500;

    private InstanceSourceReader() {}

    static InstanceSource read(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "header" -> header(text, rest);
            case "cookie" -> new InstanceSource.Cookie(name(text, rest));
            case "json" -> json(text, rest);
            case "body" -> new InstanceSource.Body(pattern(text, rest));
            default -> throw bad(text);
        };
    }

    private static InstanceSource header(String text, String rest) {
        int colon = rest.indexOf(':');
        return colon < 0
                ? new InstanceSource.Header(name(text, rest), null)
                : new InstanceSource.Header(
                        name(text, rest.substring(0, colon)), pattern(text, rest.substring(colon + 1)));
    }

    private static InstanceSource json(String text, String pointer) {
        if (!pointer.startsWith("/")) {
            throw bad(text);
        }
        return new InstanceSource.Json(pointer);
    }

    private static String name(String text, String name) {
        if (!HeaderReader.isToken(name)) {
            throw bad(text);
        }
        return name;
    }

    private static Pattern pattern(String text, String slashed) {
        if (slashed.length() < 3 || !slashed.startsWith("/") || !slashed.endsWith("/")) {
            throw bad(text);
        }
        if (slashed.length() > LONGEST) {
            throw new BadValue("--instance-from takes a regular expression of at most " + LONGEST + " characters");
        }
        try {
            return Pattern.compile(slashed.substring(1, slashed.length() - 1));
        } catch (PatternSyntaxException e) {
            throw new BadValue("--instance-from " + Quantities.quoted(text) + " holds no regular expression: "
                    + Text.inert(e.getDescription(), 80));
        }
    }

    private static BadValue bad(String text) {
        return new BadValue("--instance-from must be " + FORMS + ", got " + Quantities.quoted(text));
    }
}
