package dev.stickcheck.lab;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/// Tells a WebSocket handshake from other requests (RFC 6455, section 4.1).
final class Upgrade {
    private Upgrade() {}

    static boolean toWebSocket(HttpServerRequest request) {
        String upgrade = request.getHeader(HttpHeaders.UPGRADE);
        return "websocket".equalsIgnoreCase(upgrade)
                && request.method().equals(HttpMethod.GET)
                && EndToEnd.upgrades(request.headers());
    }
}
