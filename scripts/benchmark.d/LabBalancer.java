package dev.stickcheck.lab;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A balancer of the lab before instances that are not the lab's: `LabBalancer lab:POLICY PORT…`.
///
/// Prints the port that it listens on, and runs until it is killed.
public final class LabBalancer {
    public static void main(String[] args) throws InterruptedException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        List<InetSocketAddress> instances = Arrays.stream(args)
                .skip(1)
                .map(port -> new InetSocketAddress(loopback, Integer.parseInt(port)))
                .toList();
        Vertx vertx = EmbeddedVertx.start();
        Blueprint blueprint = Blueprint.of(LabSpec.parse(args[0]), 42);
        Front front = new Cluster(vertx, blueprint, loopback, new FaultLog(fault -> {})).front();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(front::close));
        System.out.println(front.start(instances, new InetSocketAddress(loopback, 0)));
        new CountDownLatch(1).await();
    }
}
