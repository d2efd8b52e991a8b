package dev.stickcheck.lab;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One instance: a server at an address of its own, which can be killed and come back.
///
/// Everything but its first opening happens on the lab's event loop.
final class Instance {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Vertx vertx;
    private final String name;
    private final InetAddress host;
    private final Supplier<Handler<HttpServerRequest>> application;
    private @Nullable HttpServer server;
    private volatile @Nullable Ailing door;
    private volatile int port;

    /// @param application makes what answers; asked again for every new life, since a killed one's memory is lost
    Instance(Vertx vertx, String name, InetAddress host, Supplier<Handler<HttpServerRequest>> application) {
        this.vertx = vertx;
        this.name = name;
        this.host = host;
        this.application = application;
    }

    /// Listens at its address; the first time at any free port, which it then keeps.
    Future<Void> open() {
        Ailing ailing = new Ailing(vertx, name, application.get());
        HttpServer opening = vertx.createHttpServer(EmbeddedVertx.server());
        server = opening;
        door = ailing;
        return opening.requestHandler(ailing)
                .listen(port, host.getHostAddress())
                .onSuccess(listening -> port = listening.actualPort())
                .mapEmpty();
    }

    /// Closes its port and every connection to it.
    Future<Void> kill() {
        HttpServer closing = server;
        server = null;
        return closing == null ? Future.succeededFuture() : closing.close();
    }

    void fallIll(Ailment ailment) {
        Ailing ailing = door;
        if (ailing != null) {
            ailing.fallIll(ailment);
        }
    }

    Ailment ailment() {
        Ailing ailing = door;
        return ailing == null ? new Ailment.None() : ailing.ailment();
    }

    /// Where this machine reaches it.
    InetSocketAddress address() {
        return new InetSocketAddress(host.isAnyLocalAddress() ? LOOPBACK : host, port);
    }
}
