package dev.stickcheck.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.model.Demand;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Network;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Request;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Thresholds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Probes a server of our own on loopback before the target, so that the latencies reported of the target do not
/// contain the compilation of the code that measures them.
public final class WarmUp {
    private static final int SESSIONS = 15;
    private static final int REQUESTS = 10;
    /// After so many the compiler has had the most of it.
    private static final int ENOUGH = 1_000;

    /// A slow machine gets no further in what a short probe may take.
    private static final Duration MOST = Duration.ofMillis(500);

    private WarmUp() {}

    /// Warms up by a thousand requests, but for no longer than half a second.
    ///
    /// @param measuring what is done with each observation, to be warmed as well
    public static void run(Consumer<Observation> measuring) {
        // Without it a small answer waits for an acknowledgement that the client delays.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", WarmUp::answer);
            server.start();
            try {
                probe(server.getAddress().getPort(), measuring);
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            // Without a free port on loopback the first latencies are a little longer, and nothing else is.
            return;
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("X-Instance-ID", "warm-up");
            exchange.getResponseHeaders().add("Set-Cookie", "warm=up; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
            byte[] body = {'o', 'k'};
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void probe(int port, Consumer<Observation> measuring) {
        Schedule schedule = new Schedule(
                SESSIONS,
                SESSIONS,
                REQUESTS,
                10,
                Double.POSITIVE_INFINITY,
                Duration.ZERO,
                Duration.ofSeconds(1),
                MOST,
                null,
                true,
                false);
        Plan plan = new Plan(
                URI.create("http://127.0.0.1:" + port + "/"),
                Request.GET,
                InstanceSource.standard(),
                new Instances.Undeclared(),
                Expectation.ANY,
                schedule,
                Thresholds.DEFAULT,
                Network.DEFAULT,
                0);
        AtomicInteger asked = new AtomicInteger();
        Supplier<Demand> demand = () -> asked.incrementAndGet() > ENOUGH
                ? new Demand.Stop(new Ending(Ending.Kind.COMPLETED, "warm"))
                : new Demand.More(SESSIONS, 0.2);
        try (Transport transport = Transports.of(plan)) {
            new Probe(plan, transport, InstantSource.system(), PublicSuffixes.maintained(), new SplittableRandom(0))
                    .run(measuring, demand);
        }
    }
}
