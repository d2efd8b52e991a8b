package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads addresses: `--source-address`, `--resolve`, `--proxy`.
final class AddressReader {
    private AddressReader() {}

    static List<InetAddress> sources(String text) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            InetAddress address = literal("--source-address", part.strip());
            if (!isLocal(address)) {
                throw new BadValue(
                        "--source-address " + Quantities.quoted(part.strip()) + " is no address of this machine");
            }
            addresses.add(address);
        }
        return addresses;
    }

    // All of 127.0.0.0/8 is local without being listed.
    private static boolean isLocal(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private static InetAddress literal(String option, String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new BadValue(option + " must be an IP address such as 127.0.0.1, got " + Quantities.quoted(text));
        }
    }

    /// Reads HOST:PORT:ADDRESS into `addresses`, where each host has one.
    static InetAddress resolve(String entry, Map<String, InetAddress> addresses) {
        String[] parts = entry.split(":", 3);
        if (parts.length < 3 || parts[0].isBlank()) {
            throw new BadValue("--resolve must be HOST:PORT:ADDRESS, got " + Quantities.quoted(entry));
        }
        Quantities.whole("--resolve's port", parts[1], 1, 65_535);
        String address = parts[2].strip().replaceAll("^\\[(.*)]$", "$1");
        InetAddress read = literal("--resolve's address", address);
        InetAddress before = addresses.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), read);
        if (before != null && !before.equals(read)) {
            throw new BadValue("--resolve gives " + Quantities.quoted(parts[0]) + " two addresses; one is possible");
        }
        return read;
    }

    static InetSocketAddress proxy(String text) {
        String proxy = text.contains("://") ? text : "http://" + text;
        try {
            URI uri = URI.create(proxy);
            boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && uri.getRawUserInfo() == null;
            if (plain && uri.getHost() != null && uri.getPort() > 0) {
                return InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort());
            }
        } catch (IllegalArgumentException e) {
            // Told below, with the forms that work.
        }
        throw new BadValue("--proxy must be HOST:PORT or http://HOST:PORT, without a user name");
    }
}
