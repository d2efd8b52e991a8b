package dev.stickcheck.cookie;

import dev.stickcheck.model.CookieRefusal.Reason;

/// The hosts that a cookie is for (RFC 6265bis section 5.7, steps 7 to 10).
sealed interface Reach {
    /// The host that set it and no other.
    record HostOnly(String host) implements Reach {}

    /// A domain and everything below it.
    record Domain(String name) implements Reach {}

    /// No host: the cookie asks for what its host may not give.
    record Nowhere(Reason reason) implements Reach {}

    /// Where a cookie goes that `host` sets with this `Domain` (empty: none).
    static Reach of(String domain, HostName host, PublicSuffixes suffixes) {
        if (domain.isEmpty()) {
            return new HostOnly(host.text());
        }
        if (!Ascii.isAscii(domain)) {
            return new Nowhere(Reason.DOMAIN_MISMATCH);
        }
        if (host.isAddress()) {
            return host.equals(HostName.canonical(domain))
                    ? new Domain(host.text())
                    : new Nowhere(Reason.DOMAIN_MISMATCH);
        }
        if (suffixes.isPublicSuffix(domain)) {
            return domain.equals(host.text()) ? new HostOnly(host.text()) : new Nowhere(Reason.PUBLIC_SUFFIX);
        }
        return host.matches(domain) ? new Domain(domain) : new Nowhere(Reason.DOMAIN_MISMATCH);
    }
}
