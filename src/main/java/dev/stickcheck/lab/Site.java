package dev.stickcheck.lab;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a program is to be told: where it works, listens and forwards to.
///
/// @param folder its own
/// @param at where clients come
/// @param instances where each of the table listens
/// @param table how they stand
/// @param sign a path that the program answers itself, and the word that it answers, by which we know that it is the
///     program, with this very configuration
/// @param seed of a secret, where a program has one
record Site(
        PrivateFolder folder,
        InetSocketAddress at,
        List<InetSocketAddress> instances,
        Table table,
        Sign sign,
        long seed) {
    Site {
        instances = List.copyOf(instances);
    }

    /// @param path without the slash before it
    record Sign(String path, String word) {}

    Site with(Table changed, Sign next) {
        return new Site(folder, at, instances, changed, next, seed);
    }

    /// One line of configuration for each instance, by its index.
    String lines(IntFunction<String> line) {
        return IntStream.range(0, instances.size()).mapToObj(line).collect(Collectors.joining("\n"));
    }

    /// Where an instance listens, as all programs write it.
    String address(int instance) {
        return written(instances.get(instance));
    }

    String listen() {
        return written(at);
    }

    private static String written(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (address.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
