package dev.stickcheck.simulations;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Asks one URL as fast as it answers, as the throughput that stickcheck's own probe is held against.
///
/// The model is closed: `stickcheck.users` virtual users for `stickcheck.seconds`. Each is one session after another,
/// ten requests with a cookie jar, then an empty one. Redirects are not followed and no site but the URL's is asked.
public final class HealthSimulation extends Simulation {
    private static final int REQUESTS_PER_SESSION = 10;

    private final String url = System.getProperty("stickcheck.url", "http://127.0.0.1:8080/api/health");
    private final int users = Integer.getInteger("stickcheck.users", 64);
    private final Duration lasting = Duration.ofSeconds(Integer.getInteger("stickcheck.seconds", 30));
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong firstNanos = new AtomicLong();

    public HealthSimulation() {
        ScenarioBuilder sessions = scenario("sessions").during(lasting).on(session());
        // Users stay until the end: Gatling replaces those who leave only once a second.
        setUp(sessions.injectClosed(constantConcurrentUsers(users).during(Duration.ofSeconds(1))))
                .protocols(http.disableWarmUp().disableFollowRedirect().disableCaching());
    }

    private ChainBuilder session() {
        ChainBuilder request = exec(http("health").get(url).check(status().is(200)))
                .exec(answered -> {
                    requests.incrementAndGet();
                    return answered;
                });
        return repeat(REQUESTS_PER_SESSION).on(request).exec(flushCookieJar());
    }

    @Override
    public void before() {
        firstNanos.set(System.nanoTime());
    }

    @Override
    public void after() {
        double seconds = (System.nanoTime() - firstNanos.get()) / 1e9;
        System.out.printf(Locale.ROOT, "requests=%d seconds=%.3f%n", requests.get(), seconds);
    }
}
