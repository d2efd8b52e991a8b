package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that break HTTP's rules, and targets that cannot be reached at all.
@Timeout(60)
class BrokenAnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 2|CONNECTION_CLOSED",
                "HTTP/1.1 200 Fine\\r\\nX-Inst|CONNECTION_CLOSED",
                "HTTP/1.1 200 Fine\\r\\nContent-Length: 10\\r\\n\\r\\nhalf|CONNECTION_CLOSED",
                "HTTP/1.1 200 Fine\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nab|CONNECTION_CLOSED",
                "HTTP/1.1 200 Fine\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nabcde\\r\\n|CONNECTION_CLOSED",
                "HTTP/1.1 200 Fine\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n|PROTOCOL",
                "HTTP/1.1 099 Low\\r\\n\\r\\n|PROTOCOL",
                "HTTP/1.1 000 Zero\\r\\n\\r\\n|PROTOCOL",
                "HTTP/1.1 -20 Minus\\r\\n\\r\\n|PROTOCOL",
                "HTTP/1.1 abc Words\\r\\n\\r\\n|PROTOCOL",
                "HTTP/1.1 101 Switching\\r\\nUpgrade: x\\r\\nConnection: Upgrade\\r\\n\\r\\n|PROTOCOL",
                "HTTP/9.9 200 Future\\r\\nContent-Length: 0\\r\\n\\r\\n|PROTOCOL",
                "ICY 200 OK\\r\\n\\r\\n|PROTOCOL",
                "HTTP/1.1 200 Fine\\r\\nX-Bad: a\\u0000b\\r\\nContent-Length: 0\\r\\n\\r\\n|PROTOCOL",
                "HTTP/1.1 200 Fine\\r\\nContent-Length: many\\r\\n\\r\\n|PROTOCOL",
            })
    void namesAnAnswerThatBreaksOff(String answer, ErrorKind kind) {
        String bytes = answer.replace("\\r\\n", "\r\n").replace("\\u0000", "\0");
        try (WatchedServer server = WatchedServer.sayingAndClosing(bytes)) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url()).sessions(1, 2));

            assertThat(run.ending().kind()).isEqualTo(Kind.COMPLETED);
            assertThat(run.errors()).hasSize(2).containsOnly(kind);
            assertThat(run.observations())
                    .allSatisfy(o -> assertThat(((Outcome.NoAnswer) o.outcome()).detail())
                            .startsWith(kind.label().replace('-', ' '))
                            .doesNotContainPattern("\\p{Cntrl}"));
        }
    }

    @Test
    void namesAConnectionThatIsReset() {
        try (WatchedServer server = new WatchedServer(guest -> {
            guest.head();
            guest.socket.setSoLinger(true, 0);
        })) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url()).sessions(1, 2));

            assertThat(run.errors()).hasSize(2).containsOnly(ErrorKind.CONNECTION_CLOSED);
        }
    }

    /// The client below asks once more when a connection ends without a word, as browsers do, and tells nobody.
    @Test
    void triesOnlyOnceMoreWhatIsClosedWithoutAWord() {
        try (WatchedServer server = WatchedServer.sayingAndClosing("")) {
            ProbeRun get = ProbeRun.of(PlanBuilder.of(server.url()).sessions(1, 3));
            assertThat(get.errors()).hasSize(3).containsOnly(ErrorKind.CONNECTION_CLOSED);
            assertThat(server.requests.get()).isBetween(3L, 6L);

            long before = server.requests.get();
            ProbeRun post =
                    ProbeRun.of(PlanBuilder.of(server.url()).sessions(1, 3).send("POST", "order"));
            assertThat(post.errors()).hasSize(3).containsOnly(ErrorKind.CONNECTION_CLOSED);
            assertThat(server.requests.get() - before)
                    .as("an order is never placed twice")
                    .isEqualTo(3);
        }
    }

    @Test
    void takesAnEndOfTheConnectionForTheEndOfABodyWithoutLength() {
        try (WatchedServer server =
                WatchedServer.sayingAndClosing("HTTP/1.0 200 Fine\r\nX-Instance-ID: a\r\n\r\nbody")) {
            assertThat(ProbeRun.of(PlanBuilder.of(server.url()).sessions(1, 2)).instances())
                    .containsExactly("a", "a");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 400, 404, 429, 451, 500, 503, 599, 999})
    void takesEveryStatusForAnAnswer(int status) {
        try (WatchedServer server = WatchedServer.saying(
                "HTTP/1.1 " + status + " Whatever\r\nX-Instance-ID: a\r\nContent-Length: 0\r\n\r\n")) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url()).header("Authorization", "Basic abc"));

            assertThat(run.single().outcome()).isEqualTo(new Outcome.Identified("a", status));
        }
    }

    @Test
    void passesOverWhatComesBeforeTheAnswer() {
        try (WatchedServer server = WatchedServer.saying("HTTP/1.1 103 Early Hints\r\nX-Instance-ID: no\r\n\r\n"
                + "HTTP/1.1 200 Fine\r\nX-Instance-ID: yes\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(ProbeRun.of(PlanBuilder.of(server.url())).single().outcome())
                    .isEqualTo(new Outcome.Identified("yes", 200));
        }
    }

    @Test
    void namesAPortThatRefuses() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        for (String scheme : List.of("http", "https", "ws")) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(scheme + "://127.0.0.1:" + port + "/").sessions(2, 2));

            assertThat(run.errors()).as(scheme).hasSize(4).containsOnly(ErrorKind.CONNECTION_REFUSED);
        }
        assertThat(ProbeRun.of(PlanBuilder.of("http://lb.test/").proxy(port)).errors())
                .as("proxy")
                .containsOnly(ErrorKind.CONNECTION_REFUSED);
    }

    /// A name of more than 253 characters fits into no question to a name server, so none is asked.
    @Test
    void namesAHostThatHasNoAddress() {
        for (String scheme : List.of("http", "https", "ws")) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(scheme + "://" + "x.".repeat(130) + "invalid/")
                    .sessions(1, 2));

            assertThat(run.errors()).as(scheme).hasSize(2).containsOnly(ErrorKind.UNRESOLVED_HOST);
        }
    }

    @Test
    void namesAPortThatDoesNotEvenAccept() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            while (queue.size() < 50 && joins(queue, full.getLocalPort())) {
                // Until the kernel keeps no more connections for a server that takes none.
            }
            ProbeRun run = ProbeRun.of(PlanBuilder.of("http://127.0.0.1:" + full.getLocalPort() + "/")
                    .sessions(2, 1)
                    .timeoutMillis(400));

            assertThat(run.errors()).hasSize(2).containsOnly(ErrorKind.CONNECT_TIMEOUT);
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    private static boolean joins(List<Socket> queue, int port) throws IOException {
        Socket socket = new Socket();
        queue.add(socket);
        try {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 200);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5})
    void accountsForEveryRequestHoweverShortTheTimeout(long millis) {
        try (WatchedServer server =
                WatchedServer.saying("HTTP/1.1 200 Fine\r\nX-Instance-ID: a\r\nContent-Length: 0\r\n\r\n")) {
            ProbeRun run =
                    ProbeRun.of(PlanBuilder.of(server.url()).sessions(10, 10).timeoutMillis(millis));

            assertThat(run.observations()).hasSize(100);
            assertThat(run.errors())
                    .allMatch(kind -> kind == ErrorKind.ANSWER_TIMEOUT
                            || kind == ErrorKind.BODY_TIMEOUT
                            || kind == ErrorKind.CONNECT_TIMEOUT);
        }
    }

    @Test
    void neverRepeatsAHeaderThatCannotBeWritten() {
        for (String scheme : List.of("http", "ws")) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(scheme + "://127.0.0.1:1/").header("Authorization", "Bearer s3cret\u0101"));

            assertThat(run.errors()).containsExactly(ErrorKind.PROTOCOL);
            assertThat(run.toString()).doesNotContain("s3cret");
        }
    }
}
