package dev.stickcheck.lab;

import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Text;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.SocketAddress;
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
    private final URI url;
    private final Instances.Named instances;

    private Lab(Vertx vertx, URI url, Instances.Named instances) {
        this.vertx = vertx;
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
        try {
            List<SocketAddress> addresses = startInstances(vertx, blueprint);
            HttpServer balancer = await(startBalancer(vertx, blueprint, addresses, at));
            return new Lab(vertx, url(at, balancer.actualPort()), new Instances.Named(blueprint.shares()));
        } catch (ExecutionException | TimeoutException e) {
            stop(vertx);
            throw notListening(at, e);
        } catch (InterruptedException e) {
            stop(vertx);
            Thread.currentThread().interrupt();
            throw LabProblem.unavailable("the lab was interrupted while it started", e);
        }
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
        stop(vertx);
    }

    private static List<SocketAddress> startInstances(Vertx vertx, Blueprint blueprint)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<HttpServer>> starting = blueprint.table().peers().stream()
                .map(peer ->
                        new InstanceServer(vertx, peer.name(), blueprint.latency()).listen(LOOPBACK.getHostAddress()))
                .toList();
        await(Future.join(starting));
        return starting.stream()
                .map(server -> SocketAddress.inetSocketAddress(
                        new InetSocketAddress(LOOPBACK, server.result().actualPort())))
                .toList();
    }

    private static Future<HttpServer> startBalancer(
            Vertx vertx, Blueprint blueprint, List<SocketAddress> addresses, InetSocketAddress at) {
        return new Balancer(
                        vertx, addresses, blueprint::table, blueprint.policy(), new SplittableRandom(blueprint.seed()))
                .listen(at);
    }

    private static URI url(InetSocketAddress at, int port) {
        InetAddress address = at.getAddress().isAnyLocalAddress() ? LOOPBACK : at.getAddress();
        String host = address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + PATH);
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static LabProblem notListening(InetSocketAddress at, Exception failure) {
        Throwable cause =
                failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return LabProblem.unavailable(
                "the lab cannot listen on " + at.getHostString() + ":" + at.getPort() + ": " + Text.inert(why, 120),
                cause);
    }

    /// Waits for the threads to end even when interrupted, since what runs on would hold the ports.
    private static void stop(Vertx vertx) {
        Future<Void> closing = vertx.close();
        boolean interrupted = false;
        while (true) {
            try {
                await(closing);
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
