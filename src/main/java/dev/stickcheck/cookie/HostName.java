package dev.stickcheck.cookie;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A host in the one form in which hosts are compared (RFC 6265bis section 5.1.2).
///
/// Small letters, labels of other scripts as A-labels (IDNA 2003, the JDK's), addresses in their shortest decimal or
/// full hexadecimal form. A trailing dot stays: `a.example.` and `a.example` are two hosts to every browser.
///
/// @param text the host, IPv6 in brackets
/// @param isAddress whether it is an IP address, which has no parent domains
/// @param isLoopback whether it can only be this machine
record HostName(String text, boolean isAddress, boolean isLoopback) {
    private static final String LOCALHOST = "localhost";

    /// The host of a URI, or null where it has none or it is no host name.
    static @Nullable HostName of(URI uri) {
        String host = uri.getHost();
        String raw = host != null ? host : hostOfAuthority(uri.getRawAuthority());
        return raw == null || raw.isEmpty() ? null : canonical(raw);
    }

    static @Nullable HostName canonical(String raw) {
        if (raw.startsWith("[")) {
            return address(Ascii.lower(raw));
        }
        String name = Ascii.isAscii(raw) ? Ascii.lower(raw) : toAscii(raw);
        if (name == null) {
            return null;
        }
        return endsInNumber(name) ? address(name) : new HostName(name, false, isLocalhost(name));
    }

    /// Whether this host is `domain` or lies below it (section 5.1.3). An address lies below nothing.
    boolean matches(String domain) {
        return text.equals(domain) || (!isAddress && isBelow(text, domain));
    }

    /// Whether `name` is `domain` with at least one label in front.
    static boolean isBelow(String name, String domain) {
        int dot = name.length() - domain.length() - 1;
        return dot >= 0 && name.charAt(dot) == '.' && name.endsWith(domain);
    }

    /// `java.net.URI` knows no host in `http://my_service:8080/`: it takes the underscore for another kind of name.
    private static @Nullable String hostOfAuthority(@Nullable String authority) {
        if (authority == null) {
            return null;
        }
        String hostPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostPort.lastIndexOf(':');
        return colon < 0 || hostPort.endsWith("]") ? hostPort : hostPort.substring(0, colon);
    }

    private static @Nullable String toAscii(String name) {
        try {
            return Ascii.lower(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException notAHostName) {
            return null;
        }
    }

    /// A name whose last label is a number can only be an IPv4 address (the URL standard's "ends in a number").
    private static boolean endsInNumber(String name) {
        int end = name.endsWith(".") ? name.length() - 1 : name.length();
        int from = name.lastIndexOf('.', end - 1) + 1;
        for (int i = from; i < end; i++) {
            if (!Ascii.isDigit(name.charAt(i))) {
                return false;
            }
        }
        return end > from;
    }

    private static HostName address(String literal) {
        try {
            return switch (InetAddress.ofLiteral(literal)) {
                case Inet4Address four
                when !literal.startsWith("[") -> new HostName(four.getHostAddress(), true, four.isLoopbackAddress());
                case Inet6Address six -> new HostName("[" + six.getHostAddress() + "]", true, six.isLoopbackAddress());
                case InetAddress mapped -> new HostName(literal, true, false);
            };
        } catch (IllegalArgumentException noAddress) {
            return new HostName(literal, true, false);
        }
    }

    private static boolean isLocalhost(String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return bare.equals(LOCALHOST) || isBelow(bare, LOCALHOST);
    }
}
