package dev.stickcheck.cookie;

import java.util.OptionalLong;

/// What stands after a cookie's name and value: attributes, the last usable one of each name winning.
///
/// RFC 6265bis section 5.6, second algorithm. `HttpOnly` is read by nobody here: all our requests are HTTP.
final class Attributes {
    private static final int LONGEST_VALUE = 1024;

    private String domain = "";
    private String path = "";
    private boolean pathGiven;
    private boolean secure;
    private boolean sameSiteNone;
    private Lifetime expires = Lifetime.Session.INSTANCE;
    private Lifetime maxAge = Lifetime.Session.INSTANCE;

    private Attributes() {}

    /// Reads the attributes that start with the semicolon at `from`, if any, in one pass.
    static Attributes parse(String header, int from) {
        Attributes attributes = new Attributes();
        int at = from;
        while (at < header.length()) {
            int end = header.indexOf(';', at + 1);
            end = end < 0 ? header.length() : end;
            attributes.read(header, at + 1, end);
            at = end;
        }
        return attributes;
    }

    private void read(String header, int from, int to) {
        int nameFrom = Ascii.skipSpace(header, from, to);
        int equals = nameFrom;
        while (equals < to && header.charAt(equals) != '=') {
            equals++;
        }
        int nameTo = Ascii.skipSpaceBack(header, nameFrom, equals);
        int valueFrom = Ascii.skipSpace(header, Math.min(equals + 1, to), to);
        int valueTo = Ascii.skipSpaceBack(header, valueFrom, to);
        if (valueTo - valueFrom > LONGEST_VALUE) {
            return;
        }
        if (Ascii.equalsIgnoreCase(header, nameFrom, nameTo, "path")) {
            pathGiven = true;
            path = header.startsWith("/", valueFrom) ? header.substring(valueFrom, valueTo) : "";
        } else if (Ascii.equalsIgnoreCase(header, nameFrom, nameTo, "domain")) {
            int start = header.startsWith(".", valueFrom) ? valueFrom + 1 : valueFrom;
            domain = Ascii.lower(header.substring(start, valueTo));
        } else if (Ascii.equalsIgnoreCase(header, nameFrom, nameTo, "secure")) {
            secure = true;
        } else if (Ascii.equalsIgnoreCase(header, nameFrom, nameTo, "samesite")) {
            sameSiteNone = Ascii.equalsIgnoreCase(header, valueFrom, valueTo, "none");
        } else if (Ascii.equalsIgnoreCase(header, nameFrom, nameTo, "max-age")) {
            maxAge = Lifetime.Age.parse(header.substring(valueFrom, valueTo), maxAge);
        } else if (Ascii.equalsIgnoreCase(header, nameFrom, nameTo, "expires")) {
            OptionalLong date = CookieDate.parse(header.substring(valueFrom, valueTo));
            expires = date.isPresent() ? new Lifetime.Date(date.getAsLong()) : expires;
        }
    }

    /// The domain in small letters and without its leading dot; empty for a host-only cookie.
    String domain() {
        return domain;
    }

    /// The path, or the default for `requestPath` where none was given or it starts with no slash (section 5.6.4).
    String pathFor(String requestPath) {
        return path.isEmpty() ? CookiePath.defaultFor(requestPath) : path;
    }

    /// Whether there was a `Path` at all, which the `__Host-` prefix asks for.
    boolean pathGiven() {
        return pathGiven;
    }

    boolean secure() {
        return secure;
    }

    boolean sameSiteNone() {
        return sameSiteNone;
    }

    /// `Max-Age` beats `Expires` wherever it stands (section 5.7, step 6).
    Lifetime lifetime() {
        return maxAge instanceof Lifetime.Session ? expires : maxAge;
    }
}
