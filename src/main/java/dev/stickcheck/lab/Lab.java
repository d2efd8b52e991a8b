package dev.stickcheck.lab;

import dev.stickcheck.model.Instances;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A cluster behind a load balancer, in this process: real servers on ports of their own.
public final class Lab implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final String NAME = "lab.stickcheck.test";
    private static final String PATH = "/api/health";
    private static final long PATIENCE_SECONDS = 10;

    private final Vertx vertx;
    private final Blueprint blueprint;
    private final Cluster cluster;
    private final FaultLog log;
    private final LastResort lastResort;
    private final URI url;
    private final @Nullable URI control;

    private Lab(
            Vertx vertx,
            Blueprint blueprint,
            Cluster cluster,
            FaultLog log,
            LastResort lastResort,
            URI url,
            @Nullable URI control) {
        this.vertx = vertx;
        this.blueprint = blueprint;
        this.cluster = cluster;
        this.log = log;
        this.lastResort = lastResort;
        this.url = url;
        this.control = control;
    }

    /// Starts a lab on a free loopback port, with the seed of the spec or 42.
    ///
    /// @throws LabProblem when the spec makes no sense or the machine does not give what it takes
    public static Lab start(LabSpec spec) {
        return start(spec, LabOpening.onLoopback(LabOpening.DEFAULT_SEED));
    }

    /// Starts a lab. Its instances listen on loopback, and beside the balancer where clients are redirected to them.
    ///
    /// @throws LabProblem when the spec makes no sense or the machine does not give what it takes
    public static Lab start(LabSpec spec, LabOpening opening) {
        Blueprint blueprint = Blueprint.of(spec, opening.defaultSeed());
        FaultLog log = new FaultLog(opening.faults());
        Vertx vertx = EmbeddedVertx.start();
        InetAddress host =
                blueprint.redirect() == null ? LOOPBACK : opening.at().getAddress();
        Cluster cluster = new Cluster(vertx, blueprint, host, log);
        LastResort lastResort = LastResort.over(() -> stop(cluster, vertx));
        try {
            URI control = control(vertx, cluster, log, opening.control());
            int port = cluster.start(opening.at());
            return new Lab(
                    vertx, blueprint, cluster, log, lastResort, url(opening.at().getAddress(), port, PATH), control);
        } catch (RuntimeException failure) {
            stop(cluster, vertx);
            lastResort.close();
            throw failure;
        }
    }

    private static @Nullable URI control(Vertx vertx, Cluster cluster, FaultLog log, @Nullable Integer port) {
        if (port == null) {
            return null;
        }
        InetSocketAddress at = new InetSocketAddress(LOOPBACK, port);
        Future<Integer> listening =
                new ControlApi(cluster.fleet(), log).listen(vertx, at).map(server -> server.actualPort());
        return url(LOOPBACK, Listening.await(listening, at), "");
    }

    /// Where the balancer answers.
    public URI url() {
        return url;
    }

    /// Where a client asks that is to treat the lab as it would treat a server elsewhere: a name instead of a loopback
    /// address where cookies hang on it, otherwise the same as [#url].
    public URI strangersUrl() {
        boolean byName = !names().isEmpty();
        return byName ? URI.create("http://" + NAME + ":" + url.getPort() + url.getPath()) : url;
    }

    /// The names in [#strangersUrl] that no resolver knows, and what they stand for.
    public Map<String, InetAddress> names() {
        CookieDefect defect = blueprint.defect();
        return defect == null || !defect.needsName() ? Map.of() : Map.of(NAME, InetAddress.ofLiteral(url.getHost()));
    }

    /// Where faults are ordered by hand, when that was asked for.
    public Optional<URI> control() {
        return Optional.ofNullable(control);
    }

    /// The instances behind the balancer and the shares of the load that their weights ask for.
    public Instances.Named instances() {
        return new Instances.Named(blueprint.shares());
    }

    /// Where each instance listens, by name.
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (int i = 0; i < blueprint.table().size(); i++) {
            InetSocketAddress at = cluster.fleet().address(i);
            addresses.put(blueprint.table().peer(i).name(), url(at.getAddress(), at.getPort(), ""));
        }
        return addresses;
    }

    /// The faults that have happened, the last ten thousand of them.
    public List<Fault> faults() {
        return log.all();
    }

    /// That this is not the product whose behaviour it has, where it has a product's; otherwise nothing.
    public Optional<String> note() {
        return switch (blueprint.balancing()) {
            case Balancing.Embedded embedded
            when !embedded.name().product().isEmpty() ->
                Optional.of("lab:" + embedded.name().written() + " emulates "
                        + embedded.name().product() + "; the product itself was not measured.");
            case Balancing.Embedded embedded -> Optional.empty();
            case Balancing.Real real -> Optional.empty();
        };
    }

    /// Stops the balancer and the instances; their ports are free and their threads gone afterwards.
    @Override
    public void close() {
        stop(cluster, vertx);
        lastResort.close();
    }

    private static URI url(InetAddress listening, int port, String path) {
        InetAddress address = listening.isAnyLocalAddress() ? LOOPBACK : listening;
        String host = address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + path);
    }

    /// Waits for the threads to end even when interrupted, since what runs on would hold the ports.
    private static void stop(Cluster cluster, Vertx vertx) {
        cluster.close();
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
