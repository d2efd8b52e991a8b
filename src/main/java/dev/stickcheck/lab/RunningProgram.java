package dev.stickcheck.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// An installed program that runs in the foreground, as the child of this process, until it is closed.
///
/// It leads a session of its own, so that Ctrl-C at the terminal reaches us and not the program.
public final class RunningProgram implements AutoCloseable {
    private static final Duration MERCY = Duration.ofSeconds(3);
    private static final int TAIL_CHARACTERS = 2_000;

    private final Path output;
    private final Process process;

    private RunningProgram(Path output, Process process) {
        this.output = output;
        this.process = process;
    }

    /// What to run, apart from the program itself.
    public record Invocation(List<String> arguments, Map<String, String> environment) {
        public Invocation {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }

        public static Invocation of(String... arguments) {
            return new Invocation(List.of(arguments), Map.of());
        }
    }

    /// Starts it in a folder, where its output goes too, and whose warden ends it should this process be killed.
    public static RunningProgram start(Path program, Invocation invocation, PrivateFolder folder) throws IOException {
        Path output = folder.file("output.log");
        List<String> command = new ArrayList<>(Programs.session());
        command.add(program.toString());
        command.addAll(invocation.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(invocation.environment());
        Process process = builder.directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        RunningProgram running = new RunningProgram(output, process);
        try {
            folder.warden().watch(process.pid());
            process.getOutputStream().close();
        } catch (IOException e) {
            running.close();
            throw e;
        }
        return running;
    }

    /// Waits at most so long; true: it has ended.
    public boolean ends(Duration patience) {
        try {
            return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /// Sends it a signal by name, such as `HUP`.
    void signal(String name) throws IOException {
        new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " \"$0\"", Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// What it wrote last.
    public String lastWords() {
        try {
            String written = Files.readString(output, StandardCharsets.ISO_8859_1);
            return written.substring(Math.max(0, written.length() - TAIL_CHARACTERS))
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /// Ends it and its children, by request first and by force after a while.
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!ended()) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        ended();
    }

    /// Waits to the end of its patience even when interrupted, since what runs on would hold the port.
    private boolean ended() {
        boolean interrupted = Thread.interrupted();
        boolean ended = ends(MERCY);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }
}
