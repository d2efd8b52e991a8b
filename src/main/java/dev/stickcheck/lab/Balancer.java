package dev.stickcheck.lab;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The load balancer: asks its policy about every request and has it forwarded.
///
/// Everything happens on the one event loop that the server listens on, so that nothing here is locked.
final class Balancer implements Handler<HttpServerRequest> {
    private final Vertx vertx;
    private final Forwarding forwarding;
    private final List<SocketAddress> instances;
    private final Supplier<Table> table;
    private final RandomGenerator random;
    private final IdentityHashMap<HttpConnection, Client> clients = new IdentityHashMap<>();
    private Policy policy;
    private long connections;

    /// Who is at the other end of a connection.
    private record Client(InetAddress address, long connection) {}

    /// @param instances where each instance of the table listens
    /// @param table how the instances stand when a request arrives
    /// @param policy takes the first decision
    Balancer(Vertx vertx, List<SocketAddress> instances, Supplier<Table> table, Policy policy, RandomGenerator random) {
        this.vertx = vertx;
        this.forwarding = new Forwarding(vertx);
        this.instances = List.copyOf(instances);
        this.table = table;
        this.policy = policy;
        this.random = random;
    }

    Future<HttpServer> listen(InetSocketAddress at) {
        return vertx.createHttpServer(EmbeddedVertx.server())
                .connectionHandler(this::welcome)
                .requestHandler(this)
                .listen(SocketAddress.inetSocketAddress(at));
    }

    @Override
    public void handle(HttpServerRequest request) {
        Client client = clients.get(request.connection());
        if (client == null) {
            return;
        }
        RequestCookies cookies = new RequestCookies(request.headers().getAll(HttpHeaders.COOKIE));
        Arrival arrival = new Arrival(client.address(), cookies, client.connection());
        Policy.Turn turn = policy.turn(arrival, table.get(), random);
        policy = turn.next();
        switch (turn.decision()) {
            case Decision.Forward forward ->
                forwarding.forward(
                        request,
                        client.address().getHostAddress(),
                        instances.get(forward.instance()),
                        forward.setCookies());
            case Decision.Unavailable unavailable -> Forwarding.refuse(request, 503, "no instance is up");
        }
    }

    /// Numbers the connection. A client that is gone already has no address, and needs no answer.
    private void welcome(HttpConnection connection) {
        @Nullable SocketAddress remote = connection.remoteAddress();
        if (remote == null) {
            connection.close();
            return;
        }
        clients.put(connection, new Client(InetAddress.ofLiteral(remote.hostAddress()), ++connections));
        connection.closeHandler(closed -> clients.remove(connection));
    }
}
