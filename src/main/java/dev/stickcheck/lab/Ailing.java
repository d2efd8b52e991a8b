package dev.stickcheck.lab;

import io.netty.channel.ChannelOption;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;

/// Stands before an instance's application and lets it be slow, fail, or reset its connections.
final class Ailing implements Handler<HttpServerRequest> {
    private final Vertx vertx;
    private final String name;
    private final Handler<HttpServerRequest> application;
    private Ailment ailment = new Ailment.None();

    /// @param name which an instance tells even when it fails
    Ailing(Vertx vertx, String name, Handler<HttpServerRequest> application) {
        this.vertx = vertx;
        this.name = name;
        this.application = application;
    }

    void fallIll(Ailment other) {
        ailment = other;
    }

    Ailment ailment() {
        return ailment;
    }

    @Override
    public void handle(HttpServerRequest request) {
        switch (ailment) {
            case Ailment.None none -> application.handle(request);
            case Ailment.Slow(Duration by) -> later(request, by);
            case Ailment.Failing failing ->
                request.response()
                        .setStatusCode(503)
                        .putHeader(InstanceHeaders.INSTANCE_ID, name)
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                        .end("out of order\n");
            case Ailment.Resetting resetting -> reset(request.connection());
        }
    }

    private void later(HttpServerRequest request, Duration by) {
        request.pause();
        vertx.setTimer(Math.max(1, by.toMillis()), timer -> {
            if (!request.response().closed()) {
                application.handle(request);
                request.resume();
            }
        });
    }

    /// A close that lingers for no time is a reset.
    private static void reset(HttpConnection connection) {
        if (connection instanceof HttpServerConnection server) {
            server.channelHandlerContext().channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        connection.close();
    }
}
