package dev.stickcheck.cookie;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieRefusal.Reason;
import dev.stickcheck.model.Text;

/// One `Set-Cookie` header, read by RFC 6265bis section 5.6 and by the first steps of 5.7.
sealed interface SetCookie {
    /// A name is never shown longer than this: it came from outside.
    int LONGEST_LABEL = 100;

    /// The cookie's name as it may be shown; empty for a nameless cookie.
    String label();

    /// A cookie that could be stored, if the host and the other cookies agree.
    record Wellformed(String label, String name, String value, Attributes attributes) implements SetCookie {
        /// The value is a credential: it does not show.
        @Override
        public String toString() {
            return "Wellformed[" + label + "]";
        }
    }

    /// A cookie that no host could set.
    record Malformed(String label, Reason reason) implements SetCookie {
        CookieRefusal refusal() {
            return new CookieRefusal(label, reason);
        }
    }

    /// Reads a header, in time that grows with its length only.
    static SetCookie parse(String header) {
        int end = header.indexOf(';');
        end = end < 0 ? header.length() : end;
        int equals = header.indexOf('=');
        boolean named = equals >= 0 && equals < end;
        String name = named ? Ascii.trimmed(header, 0, equals) : "";
        String value = Ascii.trimmed(header, named ? equals + 1 : 0, end);
        String label = label(name);
        if (hasControl(header)) {
            return new Malformed(label, Reason.CONTROL_CHARACTER);
        }
        if (name.length() + value.length() > 4096) {
            return new Malformed(label, Reason.TOO_LARGE);
        }
        if (name.isEmpty() && value.isEmpty()) {
            return new Malformed(label, Reason.EMPTY);
        }
        // A browser keeps these. The HTTP client below would send each such octet as a question mark.
        if (!Ascii.isAscii(name) || !Ascii.isAscii(value)) {
            return new Malformed(label, Reason.NOT_ASCII);
        }
        return new Wellformed(label, name, value, Attributes.parse(header, end));
    }

    /// The name itself where it is short and plain, as nearly all are.
    private static String label(String name) {
        if (name.length() > LONGEST_LABEL) {
            return Text.inert(name, LONGEST_LABEL);
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < 0x20 || c > 0x7E) {
                return Text.inert(name, LONGEST_LABEL);
            }
        }
        return name;
    }

    private static boolean hasControl(String header) {
        for (int i = 0; i < header.length(); i++) {
            if (Ascii.isControl(header.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
