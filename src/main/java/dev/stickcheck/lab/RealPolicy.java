package dev.stickcheck.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The policies that real load balancers bring, by the names that users write: `PRODUCT/POLICY`.
enum RealPolicy {
    NGINX_ROUND_ROBIN("nginx/round-robin", "the next instance, by weight"),
    NGINX_IP_HASH("nginx/ip-hash", "the client's network, its first three octets"),
    NGINX_COOKIE("nginx/cookie", "an inserted session cookie, SRV"),
    HAPROXY_ROUND_ROBIN("haproxy/round-robin", "the next instance, by weight"),
    HAPROXY_COOKIE("haproxy/cookie", "an inserted session cookie, SRV"),
    HAPROXY_SOURCE("haproxy/source", "the client's whole address"),
    APACHE_COOKIE("apache/cookie", "the cookie ROUTEID, set when the route is new"),
    CADDY_COOKIE("caddy/cookie", "the cookie lb; an instance drawn without it"),
    CADDY_RANDOM("caddy/random", "an instance drawn");

    /// What is up to the balancer; the rest the lab does itself, whatever stands in front of its instances.
    private static final List<LabParameter> BALANCERS = List.of(
            LabParameter.MISROUTE,
            LabParameter.LOSE_PIN,
            LabParameter.COOKIE_TTL,
            LabParameter.DROP_COOKIE,
            LabParameter.FAILOVER);

    private final String written;
    private final String what;

    RealPolicy(String written, String what) {
        this.written = written;
        this.what = what;
    }

    static Optional<RealPolicy> named(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.written.equals(text))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(policy -> policy.written).toList();
    }

    Product product() {
        return switch (this) {
            case NGINX_ROUND_ROBIN -> new Nginx(Nginx.Choice.ROUND_ROBIN);
            case NGINX_IP_HASH -> new Nginx(Nginx.Choice.IP_HASH);
            case NGINX_COOKIE -> new Nginx(Nginx.Choice.COOKIE);
            case HAPROXY_ROUND_ROBIN -> new Haproxy(Haproxy.Choice.ROUND_ROBIN);
            case HAPROXY_COOKIE -> new Haproxy(Haproxy.Choice.COOKIE);
            case HAPROXY_SOURCE -> new Haproxy(Haproxy.Choice.SOURCE);
            case APACHE_COOKIE -> new Apache();
            case CADDY_COOKIE -> new Caddy(Caddy.Choice.COOKIE);
            case CADDY_RANDOM -> new Caddy(Caddy.Choice.RANDOM);
        };
    }

    /// What chooses the instance, for the help.
    String what() {
        return what;
    }

    /// Whether the product can honour a parameter.
    ///
    /// @throws LabProblem when it cannot
    void check(LabParameter parameter) {
        Product product = product();
        String cannotDrain = product.cannotDrain();
        if (parameter == LabParameter.DRAIN && cannotDrain != null) {
            throw LabProblem.usage(written + " cannot honour drain: " + cannotDrain);
        }
        if (BALANCERS.contains(parameter) || product.without().contains(parameter.written())) {
            throw LabProblem.usage(written + " cannot honour " + parameter.written()
                    + ", which is for the lab's embedded policies: leave it out");
        }
    }

    /// Whether the product can give these weights.
    ///
    /// @throws LabProblem when it cannot
    void check(Table table) {
        Product product = product();
        boolean equal = table.peers().stream().map(Peer::weight).distinct().count() <= 1;
        for (Peer peer : table.peers()) {
            if (peer.weight() > product.greatestWeight() && !(product.greatestWeight() == 1 && equal)) {
                throw LabProblem.usage(
                        product.greatestWeight() == 1
                                ? written + " cannot honour weights: " + product.program() + " knows none"
                                : written + " takes weights from 1 to " + product.greatestWeight() + ", got "
                                        + peer.weight());
            }
        }
    }

    @Override
    public String toString() {
        return written;
    }
}
