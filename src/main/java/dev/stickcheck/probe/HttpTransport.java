package dev.stickcheck.probe;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Request.Header;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// HTTP by the JDK's client. Used by one thread at a time; replies come on the client's own.
final class HttpTransport implements Transport {
    /// Requests at a time from which one client's thread would be what limits them.
    private static final int BUSY = 32;

    private final HttpClients recipe;
    private final ConnectionPolicy policy;
    private final boolean keepBody;
    private final int sharing;
    /// By source address.
    private final Map<Integer, SharedClients> shared = new HashMap<>();
    /// By session.
    private final Map<Long, NumberedClient> own = new HashMap<>();
    private long clientNumbers;

    /// @param concurrency the most requests at a time
    HttpTransport(HttpClients recipe, ConnectionPolicy policy, boolean keepBody, int concurrency) {
        this.recipe = recipe;
        this.policy = policy;
        this.keepBody = keepBody;
        // HTTP/2 has one connection for all, which two clients would not have.
        this.sharing = concurrency >= BUSY && recipe.version() == HttpClient.Version.HTTP_1_1 ? 2 : 1;
    }

    @Override
    public Sending send(Hop hop, Done done) {
        Exchange exchange = new Exchange(done);
        try {
            exchange.start(clientFor(hop.route()), request(hop), keepBody, clientPerRequest());
        } catch (IllegalArgumentException e) {
            done.accept(Failures.of(e));
        }
        return exchange;
    }

    private HttpRequest request(Hop hop) {
        BodyPublisher body = hop.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(hop.body());
        HttpRequest.Builder builder = HttpRequest.newBuilder(hop.uri()).method(hop.method(), body);
        for (Header header : hop.headers()) {
            builder.header(header.name(), header.value());
        }
        if (policy == ConnectionPolicy.FRESH && !clientPerRequest()) {
            builder.header("Connection", "close");
        }
        return builder.build();
    }

    // HTTP/2 has no way to ask for a connection's end, so a fresh one needs a client of its own.
    private boolean clientPerRequest() {
        return policy == ConnectionPolicy.FRESH && recipe.version() == HttpClient.Version.HTTP_2;
    }

    private NumberedClient clientFor(Route route) {
        if (clientPerRequest()) {
            return newClient(route.source());
        }
        return policy == ConnectionPolicy.PER_SESSION
                ? own.computeIfAbsent(route.session(), session -> newClient(route.source()))
                : shared.computeIfAbsent(route.source(), source -> new SharedClients(sharing, () -> newClient(source)))
                        .next();
    }

    private NumberedClient newClient(int source) {
        return new NumberedClient(clientNumbers++, recipe.builder(source).build());
    }

    @Override
    public void endSession(Route route) {
        NumberedClient client = own.remove(route.session());
        if (client != null) {
            client.http().shutdownNow();
        }
    }

    @Override
    public void close() {
        own.values().forEach(client -> client.http().shutdownNow());
        own.clear();
        shared.values().forEach(SharedClients::close);
        shared.clear();
    }

    private static final class Exchange implements Sending {
        private final Done done;
        private volatile boolean answering;
        private volatile long ended;
        private volatile @Nullable CompletableFuture<?> future;

        Exchange(Done done) {
            this.done = done;
        }

        void start(NumberedClient client, HttpRequest request, boolean keepBody, boolean closeAfter) {
            CompletableFuture<HttpResponse<String>> sent = client.http()
                    .sendAsync(request, info -> new BoundedBody(keepBody, this::headerCame, this::bodyEnded));
            future = sent;
            client.inFlight().incrementAndGet();
            var _ = sent.whenComplete((response, problem) -> {
                client.inFlight().decrementAndGet();
                if (closeAfter) {
                    client.http().shutdown();
                }
                if (response == null) {
                    done.accept(Failures.of(problem));
                } else {
                    done.accept(answer(client, response), ended);
                }
            });
        }

        private void headerCame() {
            answering = true;
        }

        // The client completes its future on a pool that all requests share, one after the other: what is counted
        // there of a burst would be the burst's own processing.
        private void bodyEnded() {
            ended = System.nanoTime();
        }

        private static Reply answer(NumberedClient client, HttpResponse<String> response) {
            String connection = response.connectionLabel().map(client::label).orElse(null);
            return new Reply.Answer(response.statusCode(), response.headers().map(), response.body(), connection);
        }

        @Override
        public void cancel() {
            CompletableFuture<?> running = future;
            if (running != null) {
                running.cancel(true);
            }
        }

        @Override
        public boolean answering() {
            return answering;
        }
    }
}
