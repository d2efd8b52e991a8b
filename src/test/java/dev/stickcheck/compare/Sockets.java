package dev.stickcheck.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Looks all the time at the TCP sockets of this process's children, as Linux lists them.
final class Sockets {
    private static final long EVERY_NANOS = 5_000_000;

    private final Set<Integer> ports = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile boolean enough;

    static Sockets watch() {
        Sockets sockets = new Sockets();
        sockets.thread.start();
        return sockets;
    }

    /// The remote ports seen; those elsewhere than on loopback as their negative.
    Set<Integer> seen() {
        enough = true;
        return Set.copyOf(ports);
    }

    private void run() {
        while (!enough) {
            ProcessHandle.current().children().forEach(child -> look(child.pid()));
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    private void look(long pid) {
        try {
            Set<String> inodes = inodes(pid);
            for (String table : List.of("tcp", "tcp6")) {
                for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length > 9 && inodes.contains(columns[9])) {
                        note(columns[2]);
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The child has ended meanwhile.
        }
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files.toList()) {
                String to = link(file);
                if (to.startsWith("socket:[")) {
                    inodes.add(to.substring(8, to.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String link(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /// Address and port in hexadecimal, the address by words of the machine's order: `0100007F:1F90`, or the same
    /// mapped into IPv6.
    private void note(String remote) {
        int colon = remote.indexOf(':');
        int port = Integer.parseInt(remote.substring(colon + 1), 16);
        if (port != 0) {
            ports.add(remote.substring(0, colon).endsWith("0100007F") ? port : -port);
        }
    }
}
