package dev.stickcheck.lab;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;

/// Takes WebSocket handshakes on any path and passes every other request on: the handshake's answer, the first message
/// and the answer to every message tell which instance it is.
final class InstanceSocket implements Handler<HttpServerRequest> {
    private final String name;
    private final String message;
    private final Handler<HttpServerRequest> application;

    InstanceSocket(String name, Handler<HttpServerRequest> application) {
        this.name = name;
        this.message = "{\"instance\":\"" + name + "\"}";
        this.application = application;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!Upgrade.toWebSocket(request)) {
            application.handle(request);
            return;
        }
        request.response().putHeader(InstanceHeaders.INSTANCE_ID, name);
        // What is no proper handshake is answered with 400 by Vert.x.
        request.toWebSocket().onSuccess(this::talk);
    }

    private void talk(ServerWebSocket socket) {
        socket.textMessageHandler(text -> socket.writeTextMessage(message));
        socket.exceptionHandler(broken -> socket.close());
        socket.writeTextMessage(message);
    }
}
