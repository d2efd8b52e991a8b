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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// HTTP by the JDK's client. Used by one thread; replies come on the client's own.
final class HttpTransport implements Transport {
    private final HttpClients recipe;
    private final ConnectionPolicy policy;
    private final boolean keepBody;
    private final Map<Long, NumberedClient> clients = new HashMap<>();
    private final AtomicLong clientNumbers = new AtomicLong();

    HttpTransport(HttpClients recipe, ConnectionPolicy policy, boolean keepBody) {
        this.recipe = recipe;
        this.policy = policy;
        this.keepBody = keepBody;
    }

    @Override
    public Sending send(Hop hop, Consumer<Reply> done) {
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
        long key = policy == ConnectionPolicy.PER_SESSION ? route.session() : -1L - route.source();
        return clients.computeIfAbsent(key, k -> newClient(route.source()));
    }

    private NumberedClient newClient(int source) {
        return new NumberedClient(
                clientNumbers.getAndIncrement(), recipe.builder(source).build());
    }

    @Override
    public void endSession(Route route) {
        if (policy == ConnectionPolicy.PER_SESSION) {
            NumberedClient client = clients.remove(route.session());
            if (client != null) {
                client.http().shutdownNow();
            }
        }
    }

    @Override
    public void close() {
        for (NumberedClient client : clients.values()) {
            client.http().shutdownNow();
        }
        clients.clear();
    }

    /// A client's connection labels are unique within it alone.
    private record NumberedClient(long number, HttpClient http) {
        String label(String connection) {
            return number + "/" + connection;
        }
    }

    private static final class Exchange implements Sending {
        private final Consumer<Reply> done;
        private volatile boolean answering;
        private volatile @Nullable CompletableFuture<?> future;

        Exchange(Consumer<Reply> done) {
            this.done = done;
        }

        void start(NumberedClient client, HttpRequest request, boolean keepBody, boolean closeAfter) {
            CompletableFuture<HttpResponse<String>> sent =
                    client.http().sendAsync(request, info -> new BoundedBody(keepBody, this::headerCame));
            future = sent;
            var _ = sent.whenComplete((response, problem) -> {
                if (closeAfter) {
                    client.http().shutdown();
                }
                done.accept(response == null ? Failures.of(problem) : answer(client, response));
            });
        }

        private void headerCame() {
            answering = true;
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
