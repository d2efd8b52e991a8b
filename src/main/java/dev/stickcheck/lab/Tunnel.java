package dev.stickcheck.lab;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import java.util.List;

/// Carries a WebSocket: the handshake as a request, and from then on bytes, both ways, until either side has enough.
final class Tunnel {
    private Tunnel() {}

    /// Asks an instance for the upgrade that the client has asked for.
    static Future<HttpClientResponse> ask(HttpClientRequest outgoing) {
        return outgoing.putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
                .putHeader(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET)
                .connect();
    }

    /// Passes the instance's agreement on and joins the two connections.
    ///
    /// @return succeeds when both are closed
    static Future<Void> join(HttpServerRequest request, HttpClientResponse incoming, List<String> setCookies) {
        HttpServerResponse response = request.response();
        response.setStatusCode(101);
        EndToEnd.copy(incoming.headers(), response.headers());
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
                .putHeader(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
        for (String cookie : setCookies) {
            response.headers().add(HttpHeaders.SET_COOKIE, cookie);
        }
        NetSocket instance = incoming.netSocket();
        instance.pause();
        return request.toNetSocket()
                .compose(client -> join(client, instance))
                .recover(gone -> instance.close().otherwiseEmpty());
    }

    private static Future<Void> join(NetSocket client, NetSocket instance) {
        Promise<Void> closed = Promise.promise();
        client.closeHandler(gone -> {
            instance.close();
            closed.tryComplete();
        });
        instance.closeHandler(gone -> {
            client.close();
            closed.tryComplete();
        });
        client.pipe().endOnFailure(false).to(instance).onFailure(broken -> instance.close());
        instance.pipe().endOnFailure(false).to(client).onFailure(broken -> client.close());
        return closed.future();
    }
}
