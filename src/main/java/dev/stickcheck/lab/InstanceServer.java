package dev.stickcheck.lab;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/// The application of one instance: it says who it is.
final class InstanceServer implements Handler<HttpServerRequest> {
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("application/json");
    private static final CharSequence INSTANCE_ID = HttpHeaders.createOptimized("X-Instance-ID");
    private static final CharSequence DB_QUERIES = HttpHeaders.createOptimized("X-DB-Queries");

    private final Vertx vertx;
    private final CharSequence name;
    private final Buffer body;
    private final long latencyMillis;

    InstanceServer(Vertx vertx, String name, Duration latency) {
        this.vertx = vertx;
        this.name = HttpHeaders.createOptimized(name);
        this.body = Buffer.buffer("{\"status\":\"ok\",\"instance\":\"" + name + "\"}");
        this.latencyMillis =
                Math.ceilDiv(latency.toNanos(), Duration.ofMillis(1).toNanos());
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (latencyMillis == 0) {
            answer(request.response());
        } else {
            vertx.setTimer(latencyMillis, timer -> answer(request.response()));
        }
    }

    private void answer(HttpServerResponse response) {
        if (!response.closed()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                    .putHeader(INSTANCE_ID, name)
                    .putHeader(DB_QUERIES, "0")
                    .end(body);
        }
    }
}
