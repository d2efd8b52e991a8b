package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// WebSockets through every embedded policy, spoken by hand.
class WebSocketsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "round-robin",
                "random",
                "least-connections",
                "ip-hash",
                "consistent-hash",
                "cookie",
                "alb",
                "cloudflare",
                "railway",
                "connection"
            })
    void staysWhereItsHandshakeLanded(String policy) throws Exception {
        try (Lab lab = start(policy);
                Talk talk = Talk.begin(lab.url(), "/any/path?at=all", "")) {
            assertThat(talk.head()).startsWith("HTTP/1.1 101 ");
            String instance = talk.header("x-instance-id");
            assertThat(talk.read()).isEqualTo("{\"instance\":\"" + instance + "\"}");
            for (int i = 0; i < 20; i++) {
                talk.write("hello " + i);
                assertThat(talk.read()).isEqualTo("{\"instance\":\"" + instance + "\"}");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cookie, STICKCHECK_LAB", "alb, AWSALB", "cloudflare, __cflb"})
    void setsItsCookieOnTheHandshakeAndHonoursItOnTheNext(String policy, String name) throws Exception {
        try (Lab lab = start(policy);
                Visitor visitor = Visitor.local()) {
            for (int session = 0; session < 6; session++) {
                try (Talk first = Talk.begin(lab.url(), "/", "")) {
                    assertThat(first.header("set-cookie")).startsWith(name + "=");
                    String cookie = first.header("set-cookie").split(";", 2)[0];
                    try (Talk second = Talk.begin(lab.url(), "/", cookie)) {
                        assertThat(second.header("x-instance-id")).isEqualTo(first.header("x-instance-id"));
                    }
                    assertThat(Visitor.instance(visitor.get(lab.url(), cookie)))
                            .isEqualTo(first.header("x-instance-id"));
                }
            }
        }
    }

    @Test
    void balancesHandshakesAsRequestsAndCountsOpenOnes() throws Exception {
        try (Lab lab = start("least-connections");
                Visitor visitor = Visitor.local();
                Talk first = Talk.begin(lab.url(), "/", "");
                Talk second = Talk.begin(lab.url(), "/", "")) {
            assertThat(List.of(first.header("x-instance-id"), second.header("x-instance-id")))
                    .containsExactly("instance-1", "instance-2");
            for (int i = 0; i < 5; i++) {
                assertThat(Visitor.instance(visitor.get(lab.url(), ""))).isEqualTo("instance-3");
            }
            first.close();
            Visitor.await("the closed one is not counted any more", () -> {
                try {
                    return Visitor.instance(visitor.get(lab.url(), "")).equals("instance-1");
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void redirectsAHandshakeAsItRedirectsARequest() throws Exception {
        try (Lab lab = start("redirect")) {
            int right = new SessionRedirect(3, Duration.ofHours(1), 0, 0, null).instance("abc") + 1;
            URI own = lab.addresses().get("instance-" + right);
            for (int i = 0; i < 3; i++) {
                try (Talk talk = Talk.begin(lab.url(), "/x?y=1", "session_id=abc")) {
                    assertThat(talk.header("set-cookie")).startsWith("session_id=abc; ");
                    if (talk.head().startsWith("HTTP/1.1 101 ")) {
                        assertThat(talk.header("x-instance-id")).isEqualTo("instance-" + right);
                    } else {
                        assertThat(talk.head()).startsWith("HTTP/1.1 307 ");
                        assertThat(talk.header("location")).isEqualTo(own + "/x?y=1");
                    }
                }
            }
            try (Talk talk = Talk.begin(own, "/x", "session_id=abc")) {
                assertThat(talk.header("x-instance-id")).isEqualTo("instance-" + right);
            }
        }
    }

    @Test
    void endsWhenItsInstanceIsKilled() throws Exception {
        try (Lab lab = start("round-robin");
                Visitor visitor = Visitor.local();
                Talk talk = Talk.begin(lab.url(), "/", "")) {
            talk.read();
            new Controls(lab, visitor).order(talk.header("x-instance-id") + "/kill");
            assertThat(talk.ends()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 99", "X: y"})
    void refusesWhatIsNoHandshake(String headers) throws Exception {
        try (Lab lab = start("cookie");
                Visitor visitor = Visitor.local()) {
            String answer = Visitor.raw(
                    lab.url(),
                    "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n" + headers
                            + "\r\n\r\n");
            assertThat(answer).matches("(?s)HTTP/1.1 4[0-9]{2} .*");
            assertThat(visitor.get(lab.url(), "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void letsGoOfTheInstanceWhenTheClientVanishes() throws Exception {
        try (Lab lab = start("least-connections?instances=2");
                Visitor visitor = Visitor.local()) {
            for (int i = 0; i < 50; i++) {
                Talk.begin(lab.url(), "/", "").close();
            }
            Visitor.await("both are idle and take turns", () -> {
                try {
                    return !Visitor.instance(visitor.get(lab.url(), ""))
                            .equals(Visitor.instance(visitor.get(lab.url(), "")));
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    private static Lab start(String policy) {
        return Lab.start(
                LabSpec.parse("lab:" + policy), LabOpening.onLoopback(42).controlledAt(0));
    }

    /// One WebSocket from the client's side (RFC 6455).
    private static final class Talk implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final String head;

        private Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            StringBuilder text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                text.append((char) in.readUnsignedByte());
            }
            this.head = text.toString();
        }

        static Talk begin(URI url, String path, String cookie) throws IOException {
            Socket socket = new Socket(InetAddress.ofLiteral(url.getHost()), url.getPort());
            socket.setSoTimeout((int) Visitor.PATIENCE.toMillis());
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new Talk(socket);
        }

        String head() {
            return head;
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        String read() throws IOException {
            assertThat(in.readUnsignedByte()).as("a whole text message").isEqualTo(0x81);
            byte[] text = new byte[in.readUnsignedByte()];
            in.readFully(text);
            return new String(text, StandardCharsets.UTF_8);
        }

        void write(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(0x81);
            frame.write(0x80 | bytes.length);
            // A mask of zeros leaves the text as it is.
            frame.write(new byte[4]);
            frame.write(bytes);
            socket.getOutputStream().write(frame.toByteArray());
        }

        boolean ends() {
            try {
                // A close frame may come before the end.
                in.readAllBytes();
                return true;
            } catch (IOException reset) {
                return !(reset instanceof SocketTimeoutException);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
