package dev.stickcheck.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The two streams, and what is at their other end.
///
/// @param outIsTerminal whether a person reads stdout
/// @param errIsTerminal whether a person reads stderr, so that progress may be animated there
/// @param noColor whether `NO_COLOR` asks for none, or the terminal knows none
/// @param width columns
public record Terminal(
        PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal, boolean noColor, int width) {

    /// The process's own streams. Only the launcher can tell for each of them whether it is a terminal.
    static Terminal ofProcess() {
        String told = System.getProperty("stickcheck.terminal", "");
        String noColor = System.getenv("NO_COLOR");
        return new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                told.contains("1"),
                told.contains("2"),
                (noColor != null && !noColor.isEmpty()) || "dumb".equals(System.getenv("TERM")),
                Math.clamp(Integer.getInteger("stickcheck.columns", 80), 20, 200));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /// Whether stdout takes colour when nothing else is said.
    boolean color() {
        return outIsTerminal && !noColor;
    }
}
