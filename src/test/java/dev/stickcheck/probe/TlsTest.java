package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.InstanceServer;
import dev.stickcheck.fixture.RawAnswer;
import dev.stickcheck.fixture.TestAuthority;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Network.HttpVersion;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom the probe trusts, and which HTTP it then speaks.
@Timeout(60)
class TlsTest {
    private static TestAuthority authority;
    private static ProtocolServer server;

    @BeforeAll
    static void start() throws Exception {
        authority = TestAuthority.create();
        server = new ProtocolServer(authority.server());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        authority.close();
    }

    @Test
    void speaksHttp2WhereTheServerDoes() {
        ProbeRun run = ProbeRun.of(trusting().sessions(3, 2).concurrency(1));

        assertThat(run.instances()).hasSize(6).containsOnly("HTTP_2");
        assertThat(new HashSet<>(run.connections())).hasSize(1);
    }

    @Test
    void speaksHttp11WhenAskedTo() {
        ProbeRun run = ProbeRun.of(trusting().sessions(3, 2).http(HttpVersion.HTTP_1_1));

        assertThat(run.instances()).hasSize(6).containsOnly("HTTP_1_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_1_1", "HTTP_2"})
    void opensAFreshConnectionForEachRequest(String version) {
        int before = server.connections();
        ProbeRun run = ProbeRun.of(
                trusting().sessions(3, 3).http(HttpVersion.valueOf(version)).connections(ConnectionPolicy.FRESH));

        assertThat(run.instances()).hasSize(9).containsOnly(version);
        assertThat(run.connections()).hasSize(9).doesNotHaveDuplicates().doesNotContain("null");
        assertThat(server.connections() - before).isEqualTo(9);
    }

    @Test
    void givesEachSessionAnHttp2ConnectionOfItsOwn() {
        int before = server.connections();
        ProbeRun run = ProbeRun.of(trusting().sessions(3, 4).connections(ConnectionPolicy.PER_SESSION));

        assertThat(run.instances()).hasSize(12).containsOnly("HTTP_2");
        assertThat(run.bySession().values())
                .allSatisfy(own -> assertThat(
                                own.stream().map(Observation::connection).distinct())
                        .hasSize(1));
        assertThat(new HashSet<>(run.connections())).hasSize(3);
        assertThat(server.connections() - before).isEqualTo(3);
    }

    @Test
    void refusesAnAuthorityThatItDoesNotKnow() {
        Outcome outcome = ProbeRun.of(PlanBuilder.of(server.url())).single().outcome();

        assertThat(outcome.error()).isEqualTo(ErrorKind.TLS);
        assertThat(((Outcome.NoAnswer) outcome).detail()).startsWith("tls: ").doesNotContain("\n");
    }

    @Test
    void takesAnyCertificateWhenTold() throws Exception {
        assertThat(ProbeRun.of(PlanBuilder.of(server.url()).insecure()).instances())
                .containsExactly("HTTP_2");
        try (InstanceServer wrong = InstanceServer.startTls("instance-1", authority.wrongName());
                InstanceServer old = InstanceServer.startTls("instance-2", authority.expired())) {
            assertThat(ProbeRun.of(PlanBuilder.of(wrong.url().resolve("/")).insecure())
                            .instances())
                    .containsExactly("instance-1");
            assertThat(ProbeRun.of(PlanBuilder.of(old.url().resolve("/")).insecure())
                            .instances())
                    .containsExactly("instance-2");
        }
    }

    @Test
    void refusesACertificateOfAnotherNameOrAnotherTime() {
        try (InstanceServer wrong = InstanceServer.startTls("instance-1", authority.wrongName());
                InstanceServer old = InstanceServer.startTls("instance-2", authority.expired())) {
            for (InstanceServer refused : List.of(wrong, old)) {
                ProbeRun run = ProbeRun.of(PlanBuilder.of(refused.url().resolve("/"))
                        .sessions(1, 2)
                        .caFile(authority.caFile()));

                assertThat(run.errors()).hasSize(2).containsOnly(ErrorKind.TLS);
                assertThat(refused.requests()).isZero();
            }
        }
    }

    @Test
    void asksAResolvedHostForTheCertificateOfItsName() {
        ProbeRun right = ProbeRun.of(PlanBuilder.of("https://lb.test:" + server.port() + "/")
                .caFile(authority.caFile())
                .resolve("lb.test", "127.0.0.1"));
        ProbeRun wrong = ProbeRun.of(PlanBuilder.of("https://other.tls.test:" + server.port() + "/")
                .caFile(authority.caFile())
                .resolve("other.tls.test", "127.0.0.1"));

        assertThat(right.instances()).containsExactly("HTTP_2");
        assertThat(server.tlsNames).contains("lb.test");
        assertThat(wrong.errors()).containsExactly(ErrorKind.TLS);
    }

    @Test
    void trustsTheGivenAuthorityWhereARedirectLeadsFromHttpToHttps() {
        try (HostileServer plain =
                HostileServer.answering(request -> RawAnswer.of(301, "", List.of("Location: " + server.url())))) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(plain.url().resolve("/")).sessions(1, 2).caFile(authority.caFile()));

            assertThat(run.errors()).isEmpty();
            assertThat(run.observations()).extracting(Observation::status).containsExactly(200, 200);
        }
    }

    @Test
    void reachesAnHttpsTargetThroughATunnel() {
        try (WatchedServer proxy = tunnelTo(server.port())) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of("https://lb.test:" + server.port() + "/")
                    .caFile(authority.caFile())
                    .header("Authorization", "Bearer token")
                    .sessions(1, 2)
                    .proxy(proxy.port()));

            assertThat(run.instances()).containsExactly("HTTP_2", "HTTP_2");
            assertThat(proxy.requests).hasValue(1);
        }
    }

    @Test
    void isToldWhenATunnelIsRefused() {
        try (WatchedServer proxy =
                WatchedServer.sayingAndClosing("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of("https://lb.test:1/").proxy(proxy.port()));

            assertThat(run.errors()).hasSize(1);
            assertThat(run.single().status()).isNull();
        }
    }

    @Test
    void namesWhatSpeaksNoTls() {
        try (WatchedServer plain = new WatchedServer(guest -> guest.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of("https://127.0.0.1:" + plain.port() + "/"));

            assertThat(run.errors()).containsExactly(ErrorKind.TLS);
        }
    }

    @Test
    void saysInOneLineThatAnAuthorityCannotBeRead(@TempDir Path folder) throws IOException {
        Path garbage = Files.writeString(folder.resolve("gar\u001b[31mbage.pem"), "no certificate");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Path file : List.of(garbage, empty, folder.resolve("missing.pem"), folder)) {
            assertThatThrownBy(() -> Transports.of(
                            PlanBuilder.of(server.url()).caFile(file).plan()))
                    .isInstanceOf(ProbeProblem.class)
                    .hasMessageContaining("--ca-file")
                    .hasMessageNotContaining("\u001b")
                    .hasMessageNotContaining("\n");
        }
    }

    private PlanBuilder trusting() {
        return PlanBuilder.of(server.url()).caFile(authority.caFile());
    }

    /// A forward proxy that knows `CONNECT`, leads to one port of loopback, and minds credentials that are not for it.
    private static WatchedServer tunnelTo(int port) {
        return new WatchedServer(guest -> {
            String head = guest.head();
            if (!head.startsWith("CONNECT lb.test:" + port + " ") || head.contains("Authorization")) {
                return;
            }
            try (ExecutorService back = Executors.newVirtualThreadPerTaskExecutor();
                    Socket target = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                guest.send("HTTP/1.1 200 Connected\r\n\r\n");
                back.submit(() -> target.getInputStream().transferTo(guest.out));
                guest.in.transferTo(target.getOutputStream());
                target.shutdownOutput();
            }
        });
    }
}
