package dev.stickcheck.lab;

import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// The balancer in this process, on the lab's own event loop, which ends with the lab's Vert.x.
final class EmbeddedFront implements Front {
    private final Vertx vertx;
    private final Balancer.Conduct conduct;
    private volatile Table table;

    EmbeddedFront(Vertx vertx, Table table, Balancer.Conduct conduct) {
        this.vertx = vertx;
        this.table = table;
        this.conduct = conduct;
    }

    @Override
    public int start(List<InetSocketAddress> instances, InetSocketAddress at) {
        List<SocketAddress> addresses =
                instances.stream().map(SocketAddress::inetSocketAddress).toList();
        Balancer balancer = new Balancer(vertx, addresses, () -> table, conduct);
        return Listening.await(balancer.listen(at), at).actualPort();
    }

    @Override
    public void changed(Table now) {
        table = now;
    }

    @Override
    public void close() {
        // Its server and connections belong to the lab's Vert.x.
    }
}
