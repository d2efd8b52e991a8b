package dev.stickcheck.lab;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Puts the parts of a lab together and starts them: instances, what stands in front of them, planned faults.
final class Cluster {
    private final Vertx vertx;
    private final Blueprint blueprint;
    private final FaultLog log;
    private final SplittableRandom random;
    private final InstantSource clock = InstantSource.system();
    private final Workplace workplace;
    private final Front front;
    private final List<Instance> instances = new ArrayList<>();
    private final Fleet fleet;

    /// @param host where instances listen
    Cluster(Vertx vertx, Blueprint blueprint, InetAddress host, FaultLog log) {
        this.vertx = vertx;
        this.blueprint = blueprint;
        this.log = log;
        this.random = new SplittableRandom(blueprint.seed());
        this.workplace = new Workplace(blueprint.work());
        this.front = front();
        for (Peer peer : blueprint.table().peers()) {
            int index = instances.size();
            instances.add(new Instance(vertx, peer.name(), host, () -> application(index)));
        }
        this.fleet = new Fleet(instances, blueprint.table(), front, log, clock);
    }

    /// What is to stand in front of the instances, not started yet.
    Front front() {
        return switch (blueprint.balancing()) {
            case Balancing.Embedded embedded ->
                new EmbeddedFront(
                        vertx,
                        blueprint.table(),
                        new Balancer.Conduct(embedded.policy(), embedded.retries(), random, clock, this::noted));
            case Balancing.Real(RealPolicy policy) ->
                new ProgramFront(policy.product(), blueprint.table(), blueprint.seed());
        };
    }

    /// What answers for an instance, from the outside in: redirects, WebSockets, the application.
    private Handler<HttpServerRequest> application(int index) {
        String name = blueprint.table().peer(index).name();
        Handler<HttpServerRequest> inner = new InstanceSocket(
                name,
                new InstanceServer(
                        vertx, name, blueprint.latency(), workplace.application(vertx, name, blueprint.latency())));
        SessionRedirect redirect = blueprint.redirect();
        return redirect == null
                ? inner
                : new Redirecting(redirect, index, other -> fleet.address(other).getPort(), random, this::noted, inner);
    }

    /// Starts everything.
    ///
    /// @return the balancer's port
    /// @throws LabProblem when the machine does not give what it takes
    int start(InetSocketAddress at) {
        workplace.open();
        Listening.await(
                Future.join(instances.stream().map(Instance::open).toList()),
                new InetSocketAddress(instances.getFirst().address().getAddress(), 0));
        int port = front.start(instances.stream().map(Instance::address).toList(), at);
        for (PlannedFault planned : blueprint.planned()) {
            vertx.setTimer(Math.max(1, planned.after().toMillis()), timer -> carryOut(planned.order()));
        }
        return port;
    }

    private void carryOut(Order order) {
        String name = blueprint.table().peer(order.instance()).name();
        fleet.carryOut(order, "as planned")
                .onFailure(problem -> log.add(
                        new Fault(clock.instant(), name, order.kind().written(), "not done: " + problem.getMessage())));
    }

    Fleet fleet() {
        return fleet;
    }

    void close() {
        front.close();
        workplace.close();
    }

    private void noted(Breach breach, int instance) {
        if (breach != Breach.NONE) {
            log.add(new Fault(
                    clock.instant(),
                    blueprint.table().peer(instance).name(),
                    breach == Breach.MISROUTED ? "misroute" : "lose-pin",
                    breach == Breach.MISROUTED ? "got a request of another's session" : "got a session anew"));
        }
    }
}
