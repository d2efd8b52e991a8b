package dev.stickcheck.lab;

import io.vertx.core.Vertx;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Instances without a balancer, each of which can be killed.
final class Instances implements AutoCloseable {
    private final Vertx vertx = EmbeddedVertx.start();
    private final Workplace workplace;
    private final List<Application> applications = new ArrayList<>();
    private final List<Instance> servers = new ArrayList<>();

    private Instances(Work work, int size) throws Exception {
        workplace = new Workplace(work);
        for (int number = 1; number <= size; number++) {
            String name = "instance-" + number;
            Application application = workplace.application(vertx, name, Duration.ZERO);
            applications.add(application);
            InstanceServer server = new InstanceServer(vertx, name, Duration.ZERO, application);
            servers.add(new Instance(vertx, name, Played.LOOPBACK, () -> server));
            servers.getLast().open().await(20, TimeUnit.SECONDS);
        }
    }

    static Instances three() throws Exception {
        return with(new Work(true, null, Duration.ZERO, Duration.ZERO));
    }

    static Instances with(Work work) throws Exception {
        return new Instances(work, 3);
    }

    List<InetSocketAddress> addresses() {
        return servers.stream().map(Instance::address).toList();
    }

    void kill(int index) throws Exception {
        servers.get(index).kill().await(20, TimeUnit.SECONDS);
        applications.get(index).close();
    }

    @Override
    public void close() throws Exception {
        workplace.close();
        vertx.close().await(20, TimeUnit.SECONDS);
    }
}
