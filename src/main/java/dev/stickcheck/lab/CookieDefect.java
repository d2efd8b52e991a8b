package dev.stickcheck.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A way to set a cookie so that a conforming client refuses it or never returns it.
enum CookieDefect {
    /// `Secure`, over plain HTTP.
    SECURE("; Secure", "secure"),
    /// A path that nobody asks for.
    PATH("; Path=/stickcheck-nowhere", "path"),
    /// A domain that the lab is not in.
    DOMAIN("; Domain=elsewhere.test", "domain"),
    /// `SameSite=None` without `Secure`.
    SAMESITE("; SameSite=None", "samesite", "secure"),
    /// Over before it arrives.
    EXPIRED("; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "expires", "max-age");

    private final String attribute;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> replaced;

    CookieDefect(String attribute, String... replaced) {
        this.attribute = attribute;
        this.replaced = List.of(replaced);
    }

    /// Whether clients take the cookie all the same from a loopback address, which they trust as they trust HTTPS.
    boolean needsName() {
        return this == SECURE || this == SAMESITE;
    }

    /// The cookie with this defect, and nothing that would hide it.
    String of(String setCookie) {
        return Arrays.stream(setCookie.split(";", -1))
                        .filter(part -> !replaced.contains(attributeName(part)))
                        .collect(Collectors.joining(";"))
                + attribute;
    }

    // The first part is the cookie's own name and value: a cookie may be called `secure`.
    private static String attributeName(String part) {
        if (!part.startsWith(" ")) {
            return "";
        }
        int equals = part.indexOf('=');
        return (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    }
}
