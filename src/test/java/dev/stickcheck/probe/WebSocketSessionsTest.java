package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.Hostility;
import dev.stickcheck.fixture.InstanceServer;
import dev.stickcheck.fixture.RawAnswer;
import dev.stickcheck.fixture.RawRequest;
import dev.stickcheck.fixture.TestAuthority;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A WebSocket session: every request a handshake on a connection of its own.
@Timeout(60)
class WebSocketSessionsTest {
    private static final InstanceSource IN_MESSAGE = new InstanceSource.Json("/instance");

    @Test
    void findsTheInstanceInTheHandshakesHeader() {
        try (InstanceServer server = InstanceServer.start("instance-1")) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(ws(server.port())).sessions(3, 2));

            assertThat(run.observations())
                    .hasSize(6)
                    .extracting(Observation::outcome)
                    .containsOnly(new Outcome.Identified("instance-1", 101));
            assertThat(run.connections()).doesNotHaveDuplicates().doesNotContain("null");
            // The server counts a handshake after it has answered it.
            Await.until("six handshakes are counted", () -> server.webSockets() == 6);
        }
    }

    @Test
    void findsTheInstanceInTheFirstMessage() {
        try (InstanceServer server = InstanceServer.start("instance-7")) {
            ProbeRun run =
                    ProbeRun.of(PlanBuilder.of(ws(server.port())).sessions(2, 2).instanceFrom(IN_MESSAGE));

            assertThat(run.instances()).hasSize(4).containsOnly("instance-7");
        }
    }

    @Test
    void keepsAndReturnsTheHandshakesCookies() {
        try (InstanceServer server = InstanceServer.start("instance-1")) {
            server.appCookie("app=1; Path=/");
            ProbeRun run = ProbeRun.of(PlanBuilder.of(ws(server.port())).sessions(2, 3));

            assertThat(run.observations()).hasSize(6).allSatisfy(o -> {
                assertThat(o.cookies().set()).isEqualTo(o.isAssignment() ? List.of("app") : List.of());
                assertThat(o.cookies().sent()).isEqualTo(o.isAssignment() ? List.of() : List.of("app"));
            });
        }
    }

    @Test
    void takesARefusedHandshakeForAnAnswer() {
        try (InstanceServer server = InstanceServer.start("instance-1")) {
            server.status(403);
            ProbeRun run = ProbeRun.of(PlanBuilder.of(ws(server.port())).sessions(1, 2));

            assertThat(run.observations())
                    .hasSize(2)
                    .extracting(Observation::outcome)
                    .containsOnly(new Outcome.Identified("instance-1", 403));
        }
    }

    @Test
    void doesNotFollowAHandshakeThatIsRedirected() {
        try (HostileServer server = HostileServer.answering(
                request -> RawAnswer.of(302, "", List.of("Location: /elsewhere", "X-Instance-ID: a")))) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(ws(server.port())));

            assertThat(run.single().outcome()).isInstanceOfSatisfying(Outcome.NoAnswer.class, none -> {
                assertThat(none.kind()).isEqualTo(ErrorKind.PROTOCOL);
                assertThat(none.detail()).contains("status 302 instead of 101");
            });
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void carriesHeadersAndCookiesWithTheHandshake() {
        List<RawRequest> asked = new CopyOnWriteArrayList<>();
        try (HostileServer server = HostileServer.answering(request -> {
            asked.add(request);
            return RawAnswer.of(403, "", List.of("Set-Cookie: pin=1; Path=/"));
        })) {
            ProbeRun.of(PlanBuilder.of(ws(server.port()))
                    .sessions(1, 2)
                    .header("Authorization", "Bearer token")
                    .header("Cookie", "mine=1")
                    .header("Cookie", "yours=2"));

            assertThat(asked).hasSize(2).allMatch(r -> r.header("Authorization").equals(Optional.of("Bearer token")));
            assertThat(asked.getFirst().header("Cookie")).contains("mine=1; yours=2");
            assertThat(asked.getLast().header("Cookie")).contains("mine=1; yours=2; pin=1");
        }
    }

    @Test
    void comesFromTheSourceAddressAndResolvedName() {
        try (WatchedServer server = WatchedServer.saying("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of("ws://given.sockets.test:" + server.port() + "/")
                    .from("127.0.0.5")
                    .resolve("given.sockets.test", "127.0.0.1"));

            assertThat(run.single().status()).isEqualTo(404);
            assertThat(server.addresses).containsExactly("127.0.0.5");
        }
    }

    @Test
    void speaksOverTls() {
        try (TestAuthority authority = TestAuthority.create();
                InstanceServer server = InstanceServer.startTls("instance-9", authority.server())) {
            URI url = URI.create("wss://127.0.0.1:" + server.port() + "/ws");

            assertThat(ProbeRun.of(PlanBuilder.of(url)
                                    .sessions(1, 2)
                                    .caFile(authority.caFile())
                                    .instanceFrom(IN_MESSAGE))
                            .instances())
                    .containsExactly("instance-9", "instance-9");
            assertThat(ProbeRun.of(PlanBuilder.of(url)).errors()).containsExactly(ErrorKind.TLS);
        }
    }

    @Test
    void leavesNoConnectionOpen() {
        try (WatchedServer server = new WatchedServer(guest -> {
            upgrade(guest);
            guest.in.transferTo(OutputStream.nullOutputStream());
        })) {
            ProbeRun greeted = ProbeRun.of(PlanBuilder.of(ws(server.port())).sessions(2, 2));
            ProbeRun waited = ProbeRun.of(PlanBuilder.of(ws(server.port()))
                    .sessions(2, 1)
                    .timeoutMillis(400)
                    .instanceFrom(IN_MESSAGE));

            assertThat(greeted.instances()).hasSize(4).containsOnly("up");
            assertThat(waited.errors()).hasSize(2).containsOnly(ErrorKind.BODY_TIMEOUT);
            Await.until("both sides have closed", () -> server.openConnections() == 0);
        }
    }

    @Test
    void isUnidentifiedWhenTheServerClosesWithoutAMessage() {
        try (WatchedServer server = new WatchedServer(guest -> {
            upgrade(guest);
            guest.send(new byte[] {(byte) 0x88, 0});
            guest.in.transferTo(OutputStream.nullOutputStream());
        })) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(ws(server.port())).instanceFrom(IN_MESSAGE));

            assertThat(run.single().outcome()).isEqualTo(new Outcome.Unidentified(101));
        }
    }

    @Test
    void keepsTheBeginningOfAMessageThatDoesNotEnd() {
        try (WatchedServer server = new WatchedServer(guest -> {
            upgrade(guest);
            byte[] text = "{\"instance\":\"early\",\"rest\":\"".getBytes(StandardCharsets.US_ASCII);
            guest.send(new byte[] {0x01, (byte) text.length});
            guest.send(text);
            byte[] more = new byte[4 + (1 << 15)];
            Arrays.fill(more, (byte) 'x');
            System.arraycopy(new byte[] {0, 126, (byte) 0x80, 0}, 0, more, 0, 4);
            while (true) {
                guest.send(more);
            }
        })) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(ws(server.port())).instanceFrom(IN_MESSAGE));

            assertThat(run.instances()).containsExactly("early");
            assertThat(server.bytesSent.get()).isLessThan(64L << 20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SILENT,ANSWER_TIMEOUT", "NOT_HTTP,PROTOCOL", "CLOSE_AT_ONCE,CONNECTION_CLOSED"})
    void namesWhatGoesWrongWithAHandshake(String row) {
        Hostility hostility = Hostility.valueOf(row.split(",")[0]);
        ErrorKind kind = ErrorKind.valueOf(row.split(",")[1]);
        try (HostileServer server = HostileServer.start(hostility)) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(ws(server.port()))
                    .sessions(1, 2)
                    .timeoutMillis(hostility == Hostility.SILENT ? 300 : 10_000));

            assertThat(run.errors()).hasSize(2).containsOnly(kind);
        }
    }

    private static URI ws(int port) {
        return URI.create("ws://127.0.0.1:" + port + "/ws");
    }

    /// RFC 6455, section 4.2.2.
    private static void upgrade(WatchedServer.Guest guest) throws IOException {
        String head = guest.head();
        String key = head.replaceAll("(?is).*sec-websocket-key: *([^\r]*)\r.*", "$1");
        guest.send("HTTP/1.1 101 Up\r\nX-Instance-ID: up\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
