package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--ttl-search` over sockets, against a balancer that forgets a session after a time.
class TtlSearchProbeTest {
    private static final Duration LIFETIME = Duration.ofMillis(400);

    /// Assigns three instances in turn, keeps a session by its cookie, and forgets it.
    private static final class Forgetful implements AutoCloseable {
        private final boolean sliding;
        private final HttpServer server;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Map<String, Pin> pins = new ConcurrentHashMap<>();
        private final AtomicInteger next = new AtomicInteger();

        private record Pin(int instance, long since) {}

        Forgetful(boolean sliding) throws IOException {
            this.sliding = sliding;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        private void answer(HttpExchange exchange) throws IOException {
            String sent = exchange.getRequestHeaders().getFirst("Cookie");
            String cookie = sent == null ? "sid=" + next.get() + "-" + System.nanoTime() : sent;
            Pin pin = pins.compute(cookie, (name, known) -> {
                long now = System.nanoTime();
                boolean lost = known == null || now - known.since() >= LIFETIME.toNanos();
                if (lost) {
                    return new Pin(next.getAndIncrement() % 3, now);
                }
                return sliding ? new Pin(known.instance(), now) : known;
            });
            if (sent == null) {
                exchange.getResponseHeaders().add("Set-Cookie", cookie + "; Path=/");
            }
            exchange.getResponseHeaders().add("X-Instance-ID", "instance-" + pin.instance());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
            threads.close();
        }
    }

    /// Both ends are what sessions surely idled for, so the lifetime lies between them however busy the machine is.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bracketsALifetime(boolean sliding) throws IOException {
        try (Forgetful balancer = new Forgetful(sliding)) {
            Command command = Command.probe(balancer.url(), "--sessions", "4", "--expect", "any", "--ttl-search", "1s");

            Json result = command.json();
            assertThat(result.violations()).isEmpty();
            assertThat(result.text("/ttl/kind")).as(command.toString()).isEqualTo("bracketed");
            assertThat(result.number("/ttl/keptSeconds")).isPositive().isLessThanOrEqualTo(0.4);
            assertThat(result.number("/ttl/lostSeconds")).isGreaterThanOrEqualTo(0.4);
            assertThat(result.text("/ttl/renewal")).isIn(sliding ? "sliding" : "absolute", "unknown");
            assertThat(command.err()).contains("How long it lasts").contains("affinity outlasts a silence of");
            assertThat(result.number("/requests"))
                    .as("the search's own are not the probe's")
                    .isEqualTo(40);
        }
    }

    /// Sessions think for longer than affinity lasts: with its lifetime known that is no failure, without it one is.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void explainsMovesByTheLifetimeThatWasFound(boolean searched) throws IOException {
        try (Forgetful balancer = new Forgetful(true)) {
            List<String> options = new ArrayList<>(List.of(
                    "--sessions", "60", "--concurrency", "60", "--requests-per-session", "3", "--think-time", "700ms"));
            if (searched) {
                options.addAll(List.of("--ttl-search", "1s"));
            }
            Command command = Command.probe(balancer.url(), options.toArray(String[]::new));

            Json result = command.json();
            double switches = result.number("/stickiness/switches");
            assertThat(switches).as(command.toString()).isPositive();
            assertThat(result.number("/stickiness/moves/expired")).isEqualTo(searched ? switches : 0);
            assertThat(result.check("stickiness-failures")).isEqualTo(searched ? "pass" : "fail");
            if (searched) {
                assertThat(command.err()).contains("Affinity ended by its own lifetime");
            }
        }
    }

    @Test
    void givesUpWhereNothingAnswers() {
        Command command = Command.probe("http://127.0.0.1:9/", "--ttl-search", "1h");

        assertThat(command.code()).as(command.toString()).isEqualTo(4);
    }

    @Test
    void refusesABoundThatIsNone() {
        Command command = Command.probe("lab:cookie", "--ttl-search", "soon");

        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).contains("--ttl-search must be a duration");
    }
}
