package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.Nginx;
import dev.stickcheck.fixture.RawAnswer;
import dev.stickcheck.fixture.RealBalancer;
import dev.stickcheck.fixture.TestAuthority;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a comparison reaches its target: each option does to Gatling what it does to a probe.
@Timeout(120)
class CompareNetworkTest {
    @TempDir
    private Path folder;

    private Command compare(String... args) {
        List<String> all = new ArrayList<>(List.of("compare", "--gatling-reports", folder.toString(), "--seed", "7"));
        all.addAll(List.of("--duration", "4s", "--blocks", "2", "--rate", "200", "--json"));
        // Sessions short enough for many of them to begin after the warm-up.
        all.addAll(List.of("--requests-per-session", "3"));
        all.addAll(List.of(args));
        return Command.run(all.toArray(String[]::new));
    }

    private static Json completed(Command run) {
        assertThat(run.out()).as(run.toString()).isNotEmpty();
        Json result = run.json();
        assertThat(result.text("/ending/kind")).as(run.toString()).isEqualTo("completed");
        assertThat(result.number("/errors")).as(run.toString()).isZero();
        assertThat(result.number("/requests")).isGreaterThan(100);
        return result;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "2"})
    void trustsAnAuthorityOfOnesOwn(String version) {
        try (TestAuthority authority = TestAuthority.create();
                RealBalancer nginx = Nginx.startTls(new Nginx.Policy.InsertedCookie("SRV"), authority.server())) {
            Json result = completed(compare(
                    nginx.url().toString(),
                    "--http",
                    version,
                    "--ca-file",
                    authority.caFile().toString()));

            assertThat(result.number("/arms/on/stickiness/sessionsMoved")).isZero();
            assertThat(result.number("/arms/off/stickiness/sessionsMoved")).isPositive();
        }
    }

    @Test
    void refusesACertificateOfAStranger() {
        try (TestAuthority authority = TestAuthority.create();
                RealBalancer nginx = Nginx.startTls(new Nginx.Policy.InsertedCookie("SRV"), authority.server())) {
            Command untrusted = compare(nginx.url().toString());

            assertThat(untrusted.code()).as(untrusted.toString()).isEqualTo(4);
            assertThat(untrusted.err()).containsPattern("arm: no request to \\S+ was answered \\(tls");
            completed(compare(nginx.url().toString(), "--insecure"));
        }
    }

    /// In this lab a connection stays on its instance, and nothing else keeps a session together.
    @ParameterizedTest
    @CsvSource({"per-session, true", "fresh, false"})
    void keepsAConnectionAsLongAsItIsAskedTo(String connections, boolean stays) {
        Json result = completed(compare("--aa", "lab:connection", "--connections", connections));

        assertThat(result.number("/arms/off/stickiness/sessionsMoved") == 0).isEqualTo(stays);
        assertThat(result.root().at("/arms/off/instances")).hasSize(3);
    }

    @Test
    void comesFromTheAddressesThatItIsGiven() {
        String many =
                IntStream.rangeClosed(1, 60).mapToObj(i -> "127.0." + i + ".1").collect(Collectors.joining(","));
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.IpHash())) {
            Json result =
                    completed(compare("--aa", nginx.url().toString(), "--concurrency", "40", "--source-address", many));

            assertThat(result.root().at("/arms/on/instances")).hasSize(3);
        }
    }

    @Test
    void goesThroughAProxy() {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        try (HostileServer proxy = HostileServer.answering(request -> {
            asked.add(request.target());
            return RawAnswer.ok("X-Instance-ID: behind-proxy");
        })) {
            Command run = compare("--aa", "http://target.test/api?x=1", "--proxy", "127.0.0.1:" + proxy.port());

            completed(run);
            assertThat(asked).containsOnly("http://target.test/api?x=1");
        }
    }

    @Test
    void findsANameWhereItIsTold() {
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.RoundRobin())) {
            Json result = completed(compare(
                    "--aa",
                    "http://shop.test:" + nginx.port() + "/api/health",
                    "--resolve",
                    "shop.test:" + nginx.port() + ":127.0.0.1"));

            assertThat(result.root().at("/arms/on/instances")).hasSize(3);
        }
    }
}
