package dev.stickcheck.identify;

import dev.stickcheck.identify.Identifier.Lookup;
import dev.stickcheck.identify.Identifier.Remembered;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells instances apart by a cookie that the answer sets or, where it sets none, that the session's jar holds.
///
/// The id is `NAME=#` and eight digits of the value's SHA-256: a cookie value may be a credential, so it is never
/// printed or written, and an id is both.
final class CookieId implements Lookup {
    private final String name;
    private final Remembered ids;

    CookieId(String name) {
        this.name = name;
        this.ids = new Remembered(value -> InstanceId.of(name + "=#" + InstanceId.digest(value)));
    }

    @Override
    public @Nullable String find(Answer answer) {
        String header = lastSet(answer.headers().get("set-cookie"));
        String value = header == null ? answer.jar().value(name) : valueOf(header);
        return value == null || value.isBlank() ? null : ids.of(value);
    }

    /// The last one wins, as it does in a jar.
    private @Nullable String lastSet(@Nullable List<String> setCookie) {
        if (setCookie == null) {
            return null;
        }
        for (String header : setCookie.reversed()) {
            if (names(header)) {
                return header;
            }
        }
        return null;
    }

    private boolean names(String header) {
        int equals = header.indexOf('=');
        return equals == blanksAt(header) + name.length() + blanksBefore(header, equals)
                && header.startsWith(name, blanksAt(header));
    }

    private static int blanksAt(String header) {
        int i = 0;
        while (i < header.length() && blank(header.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int blanksBefore(String header, int end) {
        int i = end;
        while (i > 0 && blank(header.charAt(i - 1))) {
            i--;
        }
        return Math.max(0, end - i);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    private static @Nullable String valueOf(String header) {
        int end = header.indexOf(';');
        if (end >= 0 && deletes(header.substring(end))) {
            return null;
        }
        return header.substring(header.indexOf('=') + 1, end < 0 ? header.length() : end)
                .strip();
    }

    /// Whether the attributes say that the cookie is gone, in the two ways that servers say it: then its value, often
    /// `deleted`, names no instance. Any other date is the jar's to judge, which has a clock.
    private static boolean deletes(String attributes) {
        for (String attribute : attributes.split(";", -1)) {
            String plain = attribute.strip().toLowerCase(Locale.ROOT);
            if (plain.startsWith("max-age=")) {
                String age = plain.substring("max-age=".length()).strip();
                return age.startsWith("-") || (!age.isEmpty() && age.chars().allMatch(c -> c == '0'));
            }
            if (plain.startsWith("expires=") && plain.contains("1970")) {
                return true;
            }
        }
        return false;
    }
}
