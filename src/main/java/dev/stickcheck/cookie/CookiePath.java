package dev.stickcheck.cookie;

/// Paths as cookies compare them: octet by octet, nothing decoded or resolved (RFC 6265bis section 5.1.4).
final class CookiePath {
    private CookiePath() {}

    /// The path of a cookie that names none: the request's up to, and without, its last slash.
    static String defaultFor(String requestPath) {
        int last = requestPath.lastIndexOf('/');
        return last <= 0 || requestPath.charAt(0) != '/' ? "/" : requestPath.substring(0, last);
    }

    /// Whether a request for `requestPath` gets a cookie of `cookiePath`: `/ap` covers `/ap/x`, and not `/app`.
    static boolean covers(String cookiePath, String requestPath) {
        if (!requestPath.startsWith(cookiePath)) {
            return false;
        }
        int length = cookiePath.length();
        return requestPath.length() == length || cookiePath.endsWith("/") || requestPath.charAt(length) == '/';
    }
}
