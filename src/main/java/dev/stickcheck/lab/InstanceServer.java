package dev.stickcheck.lab;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/// The application of one instance: it says who it is, and gives what is work to the [Application].
///
/// Its health is made once and kept in memory, so every answer with it is a hit that asked no database.
final class InstanceServer implements Handler<HttpServerRequest> {
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("application/json");
    private static final CharSequence DB_QUERIES = HttpHeaders.createOptimized("X-DB-Queries");
    private static final CharSequence NONE = HttpHeaders.createOptimized("0");
    private static final CharSequence CACHE = HttpHeaders.createOptimized("X-Cache");
    private static final CharSequence HIT = HttpHeaders.createOptimized("HIT");
    private static final CharSequence SERVER_TIMING = HttpHeaders.createOptimized("Server-Timing");
    private static final CharSequence FROM_MEMORY = HttpHeaders.createOptimized("db;dur=0, cache;desc=hit");

    private final Vertx vertx;
    private final CharSequence name;
    private final Buffer body;
    private final long latencyMillis;
    private final Application application;

    InstanceServer(Vertx vertx, String name, Duration latency, Application application) {
        this.application = application;
        this.vertx = vertx;
        this.name = HttpHeaders.createOptimized(name);
        this.body = Buffer.buffer("{\"status\":\"ok\",\"instance\":\"" + name + "\"}");
        this.latencyMillis =
                Math.ceilDiv(latency.toNanos(), Duration.ofMillis(1).toNanos());
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (Application.serves(request.path())) {
            application.serve(request);
        } else if (latencyMillis == 0) {
            answer(request.response());
        } else {
            vertx.setTimer(latencyMillis, timer -> answer(request.response()));
        }
    }

    private void answer(HttpServerResponse response) {
        if (!response.closed()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                    .putHeader(InstanceHeaders.INSTANCE_ID, name)
                    .putHeader(DB_QUERIES, NONE)
                    .putHeader(CACHE, HIT)
                    .putHeader(SERVER_TIMING, FROM_MEMORY)
                    .end(body);
        }
    }
}
