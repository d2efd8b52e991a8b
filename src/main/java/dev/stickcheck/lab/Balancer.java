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
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;
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
    private final Conduct conduct;
    private final IdentityHashMap<HttpConnection, Client> clients = new IdentityHashMap<>();
    private final int[] underWay;
    private Policy policy;

    /// How a balancer behaves.
    ///
    /// @param policy takes the first decision
    /// @param retries whether a request that an instance did not answer is given to another one
    /// @param clock tells policies when a request arrived
    /// @param breaches is told what was done wrong on purpose, and the instance that got the request
    record Conduct(
            Policy policy,
            boolean retries,
            RandomGenerator random,
            InstantSource clock,
            BiConsumer<Breach, Integer> breaches) {
        static Conduct of(Policy policy, RandomGenerator random) {
            return new Conduct(policy, false, random, InstantSource.system(), (breach, instance) -> {});
        }
    }

    /// Who is at the other end of a connection, and where its last fresh request went.
    private static final class Client {
        final InetAddress address;
        int home = -1;

        Client(InetAddress address) {
            this.address = address;
        }
    }

    /// @param instances where each instance of the table listens
    /// @param table how the instances stand when a request arrives
    Balancer(Vertx vertx, List<SocketAddress> instances, Supplier<Table> table, Conduct conduct) {
        this.vertx = vertx;
        this.forwarding = new Forwarding(vertx);
        this.instances = List.copyOf(instances);
        this.table = table;
        this.conduct = conduct;
        this.policy = conduct.policy();
        this.underWay = new int[instances.size()];
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
        if (client != null) {
            serve(request, client, table.get(), conduct.retries() && !Forwarding.hasBody(request));
        }
    }

    private void serve(HttpServerRequest request, Client client, Table now, boolean retry) {
        RequestCookies cookies = new RequestCookies(request.headers().getAll(HttpHeaders.COOKIE));
        Arrival arrival = new Arrival(
                client.address,
                cookies,
                client.home,
                instance -> underWay[instance],
                conduct.clock().instant());
        Policy.Turn turn = policy.turn(arrival, now, conduct.random());
        policy = turn.next();
        switch (turn.decision()) {
            case Decision.Forward forward -> carry(request, client, forward, retry ? now : null);
            case Decision.Unavailable unavailable -> Forwarding.refuse(request, 503, "no instance is up");
        }
    }

    /// @param retry the table to choose again from when the instance does not answer; null: it is not tried again
    private void carry(HttpServerRequest request, Client client, Decision.Forward forward, @Nullable Table retry) {
        int instance = forward.instance();
        if (!forward.pinned()) {
            client.home = instance;
        }
        conduct.breaches().accept(forward.breach(), instance);
        underWay[instance]++;
        forwarding
                .carry(request, client.address.getHostAddress(), instances.get(instance), forward.setCookies())
                .onComplete(done -> underWay[instance]--, unanswered -> {
                    underWay[instance]--;
                    if (retry == null || request.response().closed()) {
                        Forwarding.refuse(request, 502, "the instance cannot be reached");
                    } else {
                        serve(request, client, retry.with(instance, Peer.Health.DOWN), false);
                    }
                });
    }

    /// A client that is gone already has no address, and needs no answer.
    private void welcome(HttpConnection connection) {
        @Nullable SocketAddress remote = connection.remoteAddress();
        if (remote == null) {
            connection.close();
            return;
        }
        clients.put(connection, new Client(InetAddress.ofLiteral(remote.hostAddress())));
        connection.closeHandler(closed -> clients.remove(connection));
    }
}
