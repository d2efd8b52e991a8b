package dev.stickcheck.lab;

import io.vertx.core.Future;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The instances of a lab, how each of them stands, and what is done to them.
///
/// Orders are carried out on the lab's event loop.
final class Fleet {
    private final List<Instance> instances;
    private final Front front;
    private final FaultLog log;
    private final InstantSource clock;
    private Table table;

    Fleet(List<Instance> instances, Table table, Front front, FaultLog log, InstantSource clock) {
        this.instances = List.copyOf(instances);
        this.table = table;
        this.front = front;
        this.log = log;
        this.clock = clock;
    }

    /// How the instances stand.
    Table table() {
        return table;
    }

    Ailment ailment(int instance) {
        return instances.get(instance).ailment();
    }

    InetSocketAddress address(int instance) {
        return instances.get(instance).address();
    }

    /// Does what is ordered. What is so already stays so, and is no fault.
    ///
    /// @param by who ordered it, for the log
    /// @return fails with a [LabProblem] when it cannot be done
    Future<Void> carryOut(Order order, String by) {
        Peer peer = table.peer(order.instance());
        boolean down = peer.health() == Peer.Health.DOWN;
        return switch (order.kind()) {
            case KILL -> down ? done() : kill(order, by);
            case RESTORE -> down ? reopen(order, by) : restore(order, by);
            case DRAIN -> down ? impossible(peer) : drain(order, by);
            case SLOW -> down ? impossible(peer) : ail(order, new Ailment.Slow(order.by()), by);
            case ERROR -> down ? impossible(peer) : ail(order, new Ailment.Failing(), by);
            case RESET -> down ? impossible(peer) : ail(order, new Ailment.Resetting(), by);
            case HEAL -> down ? impossible(peer) : ail(order, new Ailment.None(), by);
        };
    }

    private Future<Void> kill(Order order, String by) {
        log(order, by);
        stands(order.instance(), Peer.Health.DOWN);
        return instances.get(order.instance()).kill();
    }

    private Future<Void> reopen(Order order, String by) {
        Instance instance = instances.get(order.instance());
        return instance.open()
                .onSuccess(open -> {
                    log(order, by);
                    stands(order.instance(), Peer.Health.UP);
                })
                .recover(taken -> Future.failedFuture(LabProblem.unavailable(
                        "the port " + instance.address().getPort() + " of "
                                + table.peer(order.instance()).name() + " is taken by another program now",
                        taken)));
    }

    private Future<Void> restore(Order order, String by) {
        boolean draining = table.peer(order.instance()).health() == Peer.Health.DRAINING;
        boolean ill = !(ailment(order.instance()) instanceof Ailment.None);
        if (draining || ill) {
            log(order, by);
            instances.get(order.instance()).fallIll(new Ailment.None());
            stands(order.instance(), Peer.Health.UP);
        }
        return done();
    }

    private Future<Void> drain(Order order, String by) {
        String cannot = front.cannotDrain();
        if (cannot != null) {
            return Future.failedFuture(LabProblem.usage(cannot));
        }
        if (table.peer(order.instance()).health() == Peer.Health.UP) {
            log(order, by);
            stands(order.instance(), Peer.Health.DRAINING);
        }
        return done();
    }

    private Future<Void> ail(Order order, Ailment ailment, String by) {
        if (!ailment(order.instance()).equals(ailment)) {
            log(order, by);
            instances.get(order.instance()).fallIll(ailment);
        }
        return done();
    }

    private void stands(int instance, Peer.Health health) {
        table = table.with(instance, health);
        front.changed(table);
    }

    private void log(Order order, String by) {
        String more = order.kind() == Order.Kind.SLOW ? ", " + order.by().toMillis() + "ms" : "";
        Instant now = clock.instant();
        log.add(new Fault(now, table.peer(order.instance()).name(), order.kind().written(), by + more));
    }

    private static Future<Void> done() {
        return Future.succeededFuture();
    }

    private static Future<Void> impossible(Peer peer) {
        return Future.failedFuture(LabProblem.usage(peer.name() + " is down: restore it first"));
    }
}
