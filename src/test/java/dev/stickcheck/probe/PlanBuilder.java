package dev.stickcheck.probe;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Network;
import dev.stickcheck.model.Network.HttpVersion;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Request;
import dev.stickcheck.model.Request.Header;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Thresholds;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A plan for one test: one session, one request, as fast as answers come, unless told otherwise.
final class PlanBuilder {
    private final URI url;
    private final List<Header> headers = new ArrayList<>();
    private final Map<String, InetAddress> resolve = new HashMap<>();
    private String method = "GET";
    private @Nullable String body;
    private InstanceSource source = InstanceSource.standard();
    private int sessions = 1;
    private int requests = 1;
    private int concurrency = 10;
    private double rate = Double.POSITIVE_INFINITY;
    private Duration thinkTime = Duration.ZERO;
    private Duration timeout = Duration.ofSeconds(10);
    private @Nullable Duration duration;
    private @Nullable Long maxRequests;
    private ConnectionPolicy connections = ConnectionPolicy.POOLED;
    private boolean keepCookies = true;
    private List<InetAddress> sources = List.of();
    private @Nullable HttpVersion version;
    private boolean insecure;
    private @Nullable Path caFile;
    private @Nullable InetSocketAddress proxy;
    private long seed = 1;

    private PlanBuilder(URI url) {
        this.url = url;
    }

    static PlanBuilder of(URI url) {
        return new PlanBuilder(url);
    }

    static PlanBuilder of(String url) {
        return new PlanBuilder(URI.create(url));
    }

    PlanBuilder sessions(int each, int requestsEach) {
        sessions = each;
        requests = requestsEach;
        return this;
    }

    PlanBuilder concurrency(int value) {
        concurrency = value;
        return this;
    }

    PlanBuilder rate(double value) {
        rate = value;
        return this;
    }

    PlanBuilder thinkTime(Duration value) {
        thinkTime = value;
        return this;
    }

    PlanBuilder timeoutMillis(long value) {
        timeout = Duration.ofMillis(value);
        return this;
    }

    PlanBuilder duration(Duration value) {
        duration = value;
        return this;
    }

    PlanBuilder maxRequests(long value) {
        maxRequests = value;
        return this;
    }

    PlanBuilder header(String name, String value) {
        headers.add(new Header(name, value));
        return this;
    }

    PlanBuilder send(String verb, @Nullable String text) {
        method = verb;
        body = text;
        return this;
    }

    PlanBuilder instanceFrom(InstanceSource value) {
        source = value;
        return this;
    }

    PlanBuilder connections(ConnectionPolicy value) {
        connections = value;
        return this;
    }

    PlanBuilder dropCookies() {
        keepCookies = false;
        return this;
    }

    PlanBuilder from(String... addresses) {
        sources = Stream.of(addresses).map(InetAddress::ofLiteral).toList();
        return this;
    }

    PlanBuilder http(HttpVersion value) {
        version = value;
        return this;
    }

    PlanBuilder insecure() {
        insecure = true;
        return this;
    }

    PlanBuilder caFile(Path file) {
        caFile = file;
        return this;
    }

    PlanBuilder proxy(int port) {
        proxy = InetSocketAddress.createUnresolved("127.0.0.1", port);
        return this;
    }

    PlanBuilder resolve(String host, String address) {
        resolve.put(host, InetAddress.ofLiteral(address));
        return this;
    }

    PlanBuilder seed(long value) {
        seed = value;
        return this;
    }

    Plan plan() {
        Schedule schedule = new Schedule(
                sessions,
                sessions,
                requests,
                concurrency,
                rate,
                thinkTime,
                timeout,
                duration,
                maxRequests,
                true,
                false);
        Network network =
                new Network(connections, keepCookies, sources, version, insecure, caFile, proxy, Map.copyOf(resolve));
        return new Plan(
                url,
                new Request(method, headers, body),
                source,
                new Instances.Undeclared(),
                Expectation.ANY,
                schedule,
                Thresholds.DEFAULT,
                network,
                seed);
    }
}
