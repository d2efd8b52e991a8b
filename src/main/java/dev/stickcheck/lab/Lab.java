package dev.stickcheck.lab;

import dev.stickcheck.model.Instances;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A cluster behind a load balancer, in this process: real servers on loopback ports of their own.
public final class Lab implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String PATH = "/api/health";
    private static final long DEFAULT_SEED = 42;
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final Front front;
    private final URI url;
    private final Instances.Named instances;

    private Lab(Vertx vertx, Front front, URI url, Instances.Named instances) {
        this.vertx = vertx;
        this.front = front;
        this.url = url;
        this.instances = instances;
    }

    /// Starts a lab on a free loopback port, with the seed of the spec or 42.
    ///
    /// @throws LabProblem when the spec makes no sense or the machine does not give what it takes
    public static Lab start(LabSpec spec) {
        return start(spec, DEFAULT_SEED);
    }

    /// Starts a lab on a free loopback port.
    ///
    /// @param defaultSeed when the spec names no seed
    /// @throws LabProblem when the spec makes no sense or the machine does not give what it takes
    public static Lab start(LabSpec spec, long defaultSeed) {
        return start(spec, defaultSeed, new InetSocketAddress(LOOPBACK, 0));
    }

    /// Starts a lab whose balancer listens where it is told; its instances stay on loopback.
    ///
    /// @param defaultSeed when the spec names no seed
    /// @param at a resolved address, port 0 for any free one
    /// @throws LabProblem when the spec makes no sense or the machine does not give what it takes
    public static Lab start(LabSpec spec, long defaultSeed, InetSocketAddress at) {
        Blueprint blueprint = Blueprint.of(spec, defaultSeed);
        Vertx vertx = EmbeddedVertx.start();
        Front front = front(vertx, blueprint);
        try {
            int port = front.start(startInstances(vertx, blueprint), at);
            return new Lab(vertx, front, url(at, port), new Instances.Named(blueprint.shares()));
        } catch (LabProblem problem) {
            stop(front, vertx);
            throw problem;
        }
    }

    private static Front front(Vertx vertx, Blueprint blueprint) {
        return new EmbeddedFront(vertx, blueprint.table(), blueprint.policy(), new SplittableRandom(blueprint.seed()));
    }

    /// Where the balancer answers.
    public URI url() {
        return url;
    }

    /// The instances behind the balancer and the shares of the load that their weights ask for.
    public Instances.Named instances() {
        return instances;
    }

    /// Stops the balancer and the instances; their ports are free and their threads gone afterwards.
    @Override
    public void close() {
        stop(front, vertx);
    }

    private static List<InetSocketAddress> startInstances(Vertx vertx, Blueprint blueprint) {
        List<Future<HttpServer>> starting = blueprint.table().peers().stream()
                .map(peer ->
                        new InstanceServer(vertx, peer.name(), blueprint.latency()).listen(LOOPBACK.getHostAddress()))
                .toList();
        Listening.await(Future.join(starting), new InetSocketAddress(LOOPBACK, 0));
        return starting.stream()
                .map(server -> new InetSocketAddress(LOOPBACK, server.result().actualPort()))
                .toList();
    }

    private static URI url(InetSocketAddress at, int port) {
        InetAddress address = at.getAddress().isAnyLocalAddress() ? LOOPBACK : at.getAddress();
        String host = address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + PATH);
    }

    /// Waits for the threads to end even when interrupted, since what runs on would hold the ports.
    private static void stop(Front front, Vertx vertx) {
        front.close();
        Future<Void> closing = vertx.close();
        boolean interrupted = false;
        while (true) {
            try {
                closing.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException | TimeoutException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
