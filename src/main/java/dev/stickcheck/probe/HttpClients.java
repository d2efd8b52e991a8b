package dev.stickcheck.probe;

import dev.stickcheck.model.Network;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/// Builds the JDK's HTTP clients for a plan: one recipe, as many clients as the connection policy needs.
final class HttpClients {
    static {
        // Read once when the client's classes load: without it no request could ask for a fresh connection or
        // name a host.
        String property = "jdk.httpclient.allowRestrictedHeaders";
        if (System.getProperty(property) == null) {
            System.setProperty(property, "connection,host");
        }
    }

    /// The client takes no timeout of nothing.
    private static final Duration LEAST = Duration.ofNanos(1);

    private final Network network;
    private final SSLContext tls;
    private final HttpClient.Version version;
    private final Duration connectTimeout;

    /// @param secure whether the target is asked over TLS
    /// @param timeout of a whole exchange; connecting gets a little less, so that its own failure is heard first
    HttpClients(Network network, boolean secure, Duration timeout) {
        this.network = network;
        // Over plain http too: a redirect may lead to https.
        this.tls = Tls.context(network);
        this.version = version(network, secure);
        Duration most = timeout.multipliedBy(9).dividedBy(10);
        this.connectTimeout = most.compareTo(LEAST) < 0 ? LEAST : most;
    }

    private static HttpClient.Version version(Network network, boolean secure) {
        if (network.version() == null) {
            return secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
        }
        return switch (network.version()) {
            case HTTP_1_1 -> HttpClient.Version.HTTP_1_1;
            case HTTP_2 -> HttpClient.Version.HTTP_2;
        };
    }

    HttpClient.Version version() {
        return version;
    }

    /// @param source index of the local address, or −1
    HttpClient.Builder builder(int source) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(Runnable::run)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(version)
                .connectTimeout(connectTimeout)
                .sslContext(tls)
                .proxy(network.proxy() == null ? HttpClient.Builder.NO_PROXY : ProxySelector.of(network.proxy()));
        if (source >= 0) {
            InetAddress local = network.sourceAddresses().get(source);
            builder.localAddress(local);
        }
        return builder;
    }
}
