package dev.stickcheck.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// `stickcheck lab` running in this process until it is closed.
final class RunningLab implements AutoCloseable {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Thread thread;

    private RunningLab(String... args) {
        List<String> all = new ArrayList<>(List.of("lab"));
        all.addAll(List.of(args));
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                true,
                100);
        thread = Thread.ofPlatform().start(() -> Main.run(all.toArray(String[]::new), terminal));
    }

    /// Starts it and returns when it has said everything that it says at the start.
    static RunningLab start(String... args) {
        RunningLab lab = new RunningLab(args);
        lab.await(() -> lab.out().endsWith("\n") && lab.err().contains("instance-1 "));
        return lab;
    }

    String url() {
        return out().lines().findFirst().orElseThrow();
    }

    String control() {
        return err().lines()
                .filter(line -> line.startsWith("control "))
                .map(line -> line.substring("control ".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    /// Orders a fault by hand, such as `instance-2/kill`, and returns the status of the answer.
    int order(String order) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control() + "/instances/" + order))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void awaitErr(String words) {
        await(() -> err().contains(words));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || !thread.isAlive()) {
                throw new AssertionError(out() + err());
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
