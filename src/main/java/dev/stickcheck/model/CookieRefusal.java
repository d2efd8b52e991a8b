package dev.stickcheck.model;

/// A cookie that a conforming client does not keep, or can not send back, and the rule that says so.
/// The value is a credential and is not part of it.
///
/// @param name the cookie's name, cut to 100 characters
/// @param reason the rule that refused it
public record CookieRefusal(String name, Reason reason) {

    /// Rules of RFC 6265bis (draft 22), and the one limit of the HTTP client below us.
    public enum Reason {
        EMPTY("name and value are both empty"),
        TOO_LARGE("name and value together exceed 4096 octets"),
        CONTROL_CHARACTER("contains a control character"),
        PUBLIC_SUFFIX("Domain is a public suffix"),
        DOMAIN_MISMATCH("Domain does not cover the host"),
        SECURE_OVER_HTTP("Secure, but set over plain http"),
        OVERLAYS_SECURE("would overlay a Secure cookie from plain http"),
        NONE_WITHOUT_SECURE("SameSite=None without Secure"),
        SECURE_PREFIX("the __Secure- prefix needs Secure"),
        HOST_PREFIX("the __Host- prefix needs Secure, Path=/ and no Domain"),
        EXPIRED_ON_ARRIVAL("already expired when it arrived"),
        NOT_ASCII("the value is not ASCII and cannot be sent back unaltered"),
        JAR_FULL("more cookies than a jar holds"),
        PATH_NOT_COVERED("Path does not cover the probed path"),
        DOMAIN_NOT_COVERED("Domain does not cover the probed host"),
        SECURE_NOT_COVERED("Secure, and the probed URL is plain http");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /// The rule in words.
        public String text() {
            return text;
        }
    }
}
