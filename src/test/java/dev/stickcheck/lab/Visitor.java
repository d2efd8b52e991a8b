package dev.stickcheck.lab;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A client of the lab that keeps no cookie but the one it is handed.
final class Visitor implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;

    private Visitor(HttpClient client) {
        this.client = client;
    }

    static Visitor local() {
        return from("127.0.0.1");
    }

    static Visitor from(String address) {
        return new Visitor(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.ofLiteral(address))
                .build());
    }

    HttpResponse<String> get(URI url, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(url);
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url).timeout(PATIENCE);
    }

    static String instance(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-Instance-ID").orElseThrow();
    }

    /// The cookie of an answer as a client returns it, or nothing.
    static String cookie(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
    }

    /// All that comes back for these bytes until the other side closes.
    static String raw(URI url, String request) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort());
                InputStream answer = socket.getInputStream()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
