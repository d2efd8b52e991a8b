package dev.stickcheck.lab;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/// Carries a request to an instance and the answer back, over connections that are kept.
final class Forwarding {
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final int MOST_CONNECTIONS = 2000;
    private static final int MOST_WAITING = 20_000;
    private static final int CONNECT_MILLIS = 3000;
    private static final int LONGEST_HEAD = 64 * 1024;

    private final HttpClient client;

    Forwarding(Vertx vertx) {
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setMaxHeaderSize(LONGEST_HEAD)
                        .setHttp2ClearTextUpgrade(false),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
    }

    /// Carries a request to an instance and its answer back.
    ///
    /// @return succeeds when the exchange is over, however it ended; fails when nothing was answered at all
    Future<Void> carry(
            HttpServerRequest request, String clientAddress, SocketAddress instance, List<String> setCookies) {
        boolean withBody = hasBody(request);
        boolean upgrade = Upgrade.toWebSocket(request);
        if (withBody || upgrade) {
            request.pause();
        }
        return client.request(new RequestOptions()
                        .setServer(instance)
                        .setHost(instance.hostAddress())
                        .setPort(instance.port())
                        .setMethod(request.method())
                        .setURI(request.uri()))
                .compose(outgoing -> {
                    prepare(request, clientAddress, outgoing);
                    return upgrade ? Tunnel.ask(outgoing) : send(request, outgoing, withBody);
                })
                .compose(incoming -> {
                    if (upgrade && incoming.statusCode() == 101) {
                        return Tunnel.join(request, incoming, setCookies);
                    }
                    if (upgrade) {
                        request.resume();
                    }
                    return answer(request, incoming, setCookies);
                });
    }

    /// Answers in the balancer's own name, with a line that says why.
    static void refuse(HttpServerRequest request, int status, String why) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            request.connection().close();
            return;
        }
        request.resume();
        response.headers().clear();
        closeIfAsked(request);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                .end(why + "\n");
    }

    private static void prepare(HttpServerRequest request, String clientAddress, HttpClientRequest outgoing) {
        request.response().closeHandler(gone -> outgoing.reset());
        EndToEnd.copy(request.headers(), outgoing.headers());
        String before = String.join(", ", request.headers().getAll(FORWARDED_FOR));
        outgoing.putHeader(FORWARDED_FOR, before.isEmpty() ? clientAddress : before + ", " + clientAddress);
    }

    private static Future<HttpClientResponse> send(
            HttpServerRequest request, HttpClientRequest outgoing, boolean withBody) {
        if (!withBody) {
            return outgoing.send();
        }
        if (!outgoing.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            outgoing.setChunked(true);
        }
        // A body that breaks off must not look like one that ended.
        request.pipe().endOnFailure(false).to(outgoing).onFailure(broken -> outgoing.reset());
        return outgoing.response();
    }

    private static Future<Void> answer(
            HttpServerRequest request, HttpClientResponse incoming, List<String> setCookies) {
        HttpServerResponse response = request.response();
        response.setStatusCode(incoming.statusCode()).setStatusMessage(incoming.statusMessage());
        EndToEnd.copy(incoming.headers(), response.headers());
        closeIfAsked(request);
        for (String cookie : setCookies) {
            response.headers().add(HttpHeaders.SET_COOKIE, cookie);
        }
        if (bodyless(request.method(), incoming.statusCode())) {
            return over(response.end());
        }
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        return over(incoming.pipe()
                .endOnFailure(false)
                .to(response)
                .onFailure(broken -> refuse(request, 502, "the instance broke off its answer")));
    }

    /// An exchange that broke off after its answer had begun is over all the same.
    private static Future<Void> over(Future<Void> exchange) {
        return exchange.otherwiseEmpty();
    }

    /// Vert.x closes by itself only for a `close` that stands alone.
    private static void closeIfAsked(HttpServerRequest request) {
        if (EndToEnd.closes(request.headers())) {
            request.response()
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .endHandler(written -> request.connection().close());
        }
    }

    static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                        && !"0".equals(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    }

    private static boolean bodyless(HttpMethod method, int status) {
        return method.equals(HttpMethod.HEAD) || status == 204 || status == 304;
    }
}
