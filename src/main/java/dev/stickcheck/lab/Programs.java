package dev.stickcheck.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs that are installed on this machine.
public final class Programs {
    /// Where Debian keeps servers, which is not in the PATH of an ordinary user.
    private static final String FOR_SERVERS = ":/usr/local/sbin:/usr/sbin:/sbin";

    private Programs() {}

    /// What to write before a command so that it leads a session of its own, which no signal to ours reaches: not
    /// Ctrl-C at the terminal, nor what a time limit kills. Nothing where that is not installed.
    static List<String> session() {
        return find("setsid").map(Path::toString).map(List::of).orElse(List.of());
    }

    public static Optional<Path> find(String name) {
        String folders = System.getenv().getOrDefault("PATH", "") + FOR_SERVERS;
        return Stream.of(folders.split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
