package dev.stickcheck.probe;

import dev.stickcheck.fixture.TestAuthority;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Tells each visitor by which protocol it was asked, as its instance id: `HTTP_2`, `HTTP_1_1`.
final class ProtocolServer implements AutoCloseable {
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final HttpServer server;
    private final AtomicInteger connections = new AtomicInteger();
    final List<String> tlsNames = new CopyOnWriteArrayList<>();

    ProtocolServer(TestAuthority.Issued certificate) throws Exception {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        .setSni(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertPath(certificate.certificate().toString())
                                .setKeyPath(certificate.key().toString())))
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    tlsNames.add(String.valueOf(connection.indicatedServerName()));
                })
                .requestHandler(request -> request.response()
                        .putHeader("X-Instance-ID", request.version().name())
                        .end())
                .listen(0, "127.0.0.1")
                .await(20, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + port() + "/");
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws Exception {
        vertx.close().await(20, TimeUnit.SECONDS);
    }
}
