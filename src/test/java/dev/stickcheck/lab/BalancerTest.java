package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancerTest {
    private final Vertx vertx = EmbeddedVertx.start();
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = Visitor.local();
    }

    @AfterEach
    void leave() throws Exception {
        visitor.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void passesStatusBodyAndEveryHeaderOn() throws Exception {
        URI url = inFrontOf(request -> request.response()
                .setStatusCode(418)
                .putHeader("Set-Cookie", (Iterable<String>) List.of("a=1; Path=/", "b=2; Path=/x"))
                .putHeader("X-Twice", (Iterable<String>) List.of("one", "two"))
                .end("short and stout"));
        HttpResponse<String> answer = visitor.get(url, "");
        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("short and stout");
        assertThat(answer.headers().allValues("X-Twice")).containsExactly("one", "two");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .startsWith("a=1; Path=/", "b=2; Path=/x")
                .hasSize(3)
                .last()
                .asString()
                .matches("STICKCHECK_LAB=[0-9a-f]{16}; Path=/; HttpOnly");
    }

    @Test
    void passesTheRequestOnAsItCame() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        URI url = inFrontOf(request -> {
            seen.add(request.method() + " " + request.uri());
            request.headers().forEach(header -> seen.add(header.getKey() + ": " + header.getValue()));
            request.response().end();
        });
        Visitor.raw(
                url,
                "DELETE /a%20b?c=d&e HTTP/1.1\r\nHost: example.org\r\nX-Twice: one\r\nX-Twice: two\r\nCookie: k=v\r\n"
                        + "Connection: close, X-Hop\r\nX-Hop: mine\r\nTE: trailers\r\nKeep-Alive: 5\r\n"
                        + "X-Forwarded-For: 192.0.2.1\r\n\r\n");
        assertThat(seen)
                .contains("DELETE /a%20b?c=d&e", "Host: example.org", "X-Twice: one", "X-Twice: two", "Cookie: k=v")
                .noneMatch(line -> line.matches("(?i)(connection|x-hop|te|keep-alive):.*"))
                .filteredOn(line -> line.startsWith("X-Forwarded-For"))
                .containsExactly("X-Forwarded-For: 192.0.2.1, 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_000})
    void carriesBodiesBothWaysWhole(int size) throws Exception {
        URI url = inFrontOf(request -> request.bodyHandler(body ->
                request.response().putHeader("X-Size", "" + body.length()).end(body)));
        String body = "0123456789".repeat(size / 10 + 1).substring(0, size);
        HttpResponse<String> withLength = visitor.send(Visitor.request(url).POST(BodyPublishers.ofString(body)));
        HttpResponse<String> chunked =
                visitor.send(Visitor.request(url).POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
        for (HttpResponse<String> answer : List.of(withLength, chunked)) {
            assertThat(answer.body()).isEqualTo(body);
            assertThat(answer.headers().firstValue("X-Size")).contains("" + size);
        }
    }

    @Test
    void streamsAnAnswerOfUnknownLength() throws Exception {
        URI url = inFrontOf(request -> {
            request.response().setChunked(true).write("first ");
            request.response().end("second");
        });
        assertThat(visitor.get(url, "").body()).isEqualTo("first second");
        assertThat(Visitor.raw(url, "GET / HTTP/1.0\r\n\r\n")).endsWith("\r\n\r\nfirst second");
    }

    @Test
    void tellsTheLengthOfWhatHeadWouldHaveSent() throws Exception {
        URI url = inFrontOf(
                request -> request.response().putHeader("Content-Length", "12").end());
        String answer = Visitor.raw(url, "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .startsWith("http/1.1 200 ")
                .contains("content-length: 12")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void keepsTheConnectionUsableAfterAnAnswerWithoutBody(int status) throws Exception {
        URI url = inFrontOf(request -> request.response().setStatusCode(status).end());
        String twice = Visitor.raw(
                url, "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(twice.split("HTTP/1.1 " + status, -1)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "close, X-Hop", "X-Hop , close"})
    void closesTheConnectionOfAClientThatAsksForIt(String connection) throws Exception {
        URI url = inFrontOf(request -> request.response().end("bye"));
        assertThat(Visitor.raw(url, "GET / HTTP/1.1\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n"))
                .containsIgnoringCase("connection: close")
                .endsWith("bye");
    }

    @Test
    void keepsItsConnectionToAnInstanceWhateverTheClientsDo() throws Exception {
        List<SocketAddress> callers = new CopyOnWriteArrayList<>();
        URI url = inFrontOf(request -> {
            callers.add(request.remoteAddress());
            request.response().end();
        });
        for (int i = 0; i < 5; i++) {
            Visitor.raw(url, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        }
        assertThat(callers).hasSize(5).containsOnly(callers.getFirst());
    }

    @Test
    void answersBadGatewayWhenTheInstanceCannotBeReached() throws Exception {
        HttpResponse<String> answer = visitor.get(inFrontOf(nobody()), "");
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(visitor.send(Visitor.request(inFrontOf(nobody())).POST(BodyPublishers.ofString("body")))
                        .statusCode())
                .isEqualTo(502);
    }

    @Test
    void closesTheConnectionAfterItsOwnRefusalToo() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: x\r\nConnection: X-Hop, close\r\n\r\n";
        assertThat(Visitor.raw(inFrontOf(nobody()), request)).startsWith("HTTP/1.1 502 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT example.org:443 HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET http://example.org/ HTTP/1.1",
                "GET // HTTP/1.1",
                "GET  HTTP/1.1",
                "B@D / HTTP/1.1",
                "PRI * HTTP/2.0",
                "GET / HTTP/9.9"
            })
    void answersOddRequestsAndGoesOn(String line) throws Exception {
        URI url = inFrontOf(request -> request.response().end("fine"));
        String answer = Visitor.raw(url, line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/[0-9.]+ [0-9]{3} .*");
        assertThat(visitor.get(url, "").body()).isEqualTo("fine");
    }

    @Test
    void answersBadGatewayWhenTheInstanceHangsUpWithoutAWord() throws Exception {
        URI url = inFrontOf(request -> request.connection().close());
        assertThat(visitor.get(url, "").statusCode()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void doesNotMakeABrokenAnswerLookWhole(boolean chunked) throws Exception {
        URI url = inFrontOf(request -> {
            if (chunked) {
                request.response().setChunked(true);
            } else {
                request.response().putHeader("Content-Length", "1000");
            }
            request.response()
                    .write("half")
                    .onComplete(written -> request.connection().close());
        });
        assertThatThrownBy(() -> visitor.get(url, "")).isInstanceOf(IOException.class);
    }

    @Test
    void saysThatNothingIsUp() throws Exception {
        URI url = inFrontOf(List.of(nobody()), table -> table.with(0, Peer.Health.DOWN));
        assertThat(visitor.get(url, "").statusCode()).isEqualTo(503);
    }

    @Test
    void letsGoOfAnInstanceWhoseClientHasGone() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger abandoned = new AtomicInteger();
        URI url = inFrontOf(request -> {
            request.connection().closeHandler(closed -> abandoned.incrementAndGet());
            asked.incrementAndGet();
        });
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Visitor.await("the instance is asked", () -> asked.get() == 1);
        }
        Visitor.await("the instance is let go", () -> abandoned.get() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u001b[31m\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            })
    void outlivesWhatIsNoRequest(String bytes) throws Exception {
        URI url = inFrontOf(request -> request.response().end("fine"));
        String closing = bytes.replace("Host: x\r\n", "Host: x\r\nConnection: close\r\n");
        assertThat(Visitor.raw(url, closing)).matches("(?s)HTTP/1\\.[01] 400 .*");
        assertThat(visitor.get(url, "").body()).isEqualTo("fine");
    }

    @Test
    void refusesAHeadWithoutEnd() throws Exception {
        URI url = inFrontOf(request -> request.response().end("fine"));
        String endless = "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(40_000);
        assertThat(Visitor.raw(url, endless)).matches("(?s)HTTP/1\\.[01] 431 .*");
        assertThat(visitor.get(url, "").body()).isEqualTo("fine");
    }

    @Test
    void tellsInstancesWhereAClientComesFrom() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        URI url = inFrontOf(request -> {
            seen.add(request.getHeader("X-Forwarded-For"));
            request.response().end();
        });
        try (Visitor other = Visitor.from("127.3.2.1")) {
            visitor.get(url, "");
            other.get(url, "");
        }
        assertThat(seen).containsExactly("127.0.0.1", "127.3.2.1");
    }

    private URI inFrontOf(Handler<HttpServerRequest> application) throws Exception {
        var server = vertx.createHttpServer(EmbeddedVertx.server())
                .requestHandler(application)
                .listen(0, "127.0.0.1");
        int port = server.toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
        return inFrontOf(SocketAddress.inetSocketAddress(port, "127.0.0.1"));
    }

    private URI inFrontOf(SocketAddress instance) throws Exception {
        return inFrontOf(List.of(instance), table -> table);
    }

    private URI inFrontOf(List<SocketAddress> instances, UnaryOperator<Table> change) throws Exception {
        Table table = change.apply(Table.ofWeights(List.of(1)));
        Policy policy = new InsertedCookie(PinCodes.of(1, 42), Rotation.over(1));
        Balancer balancer = new Balancer(vertx, instances, () -> table, Balancer.Conduct.of(policy, Played.seeded(1)));
        int port = balancer.listen(new InetSocketAddress(Played.LOOPBACK, 0))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /// An address where nobody listens any more.
    private static SocketAddress nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, Played.LOOPBACK)) {
            return SocketAddress.inetSocketAddress(socket.getLocalPort(), "127.0.0.1");
        }
    }
}
