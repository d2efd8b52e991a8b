package dev.stickcheck.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cookies that a request brought (RFC 6265bis, section 4.2), read only as far as a policy asks.
final class RequestCookies {
    private final List<String> headers;

    /// @param headers the values of `Cookie`, of which there may be several
    RequestCookies(List<String> headers) {
        this.headers = List.copyOf(headers);
    }

    /// The value of the first cookie of this name.
    @Nullable
    String value(String name) {
        for (String header : headers) {
            int start = 0;
            while (start < header.length()) {
                int semicolon = header.indexOf(';', start);
                int end = semicolon < 0 ? header.length() : semicolon;
                int equals = header.indexOf('=', start);
                if (equals >= 0
                        && equals < end
                        && header.substring(start, equals).strip().equals(name)) {
                    return header.substring(equals + 1, end).strip();
                }
                start = end + 1;
            }
        }
        return null;
    }

    /// Without the values, which are credentials.
    @Override
    public String toString() {
        return "RequestCookies[" + headers.size() + " headers]";
    }
}
