package dev.stickcheck.probe;

import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Request.Header;
import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// WebSocket sessions: a request is a handshake on a connection of its own, its answer the handshake's response and,
/// where the id is looked for in the body, the first message.
final class WebSocketTransport implements Transport {
    private final HttpClients recipe;
    private final boolean firstMessage;
    private final AtomicLong numbers = new AtomicLong();

    WebSocketTransport(HttpClients recipe, boolean firstMessage) {
        this.recipe = recipe;
        this.firstMessage = firstMessage;
    }

    @Override
    public Sending send(Hop hop, Done done) {
        Handshake handshake = new Handshake(done);
        try {
            handshake.start(hop);
        } catch (IllegalArgumentException e) {
            done.accept(Failures.of(e));
        }
        return handshake;
    }

    @Override
    public void close() {}

    private final class Handshake implements Sending, WebSocket.Listener {
        private final Done done;
        private final ResponseHeaders headers = new ResponseHeaders();
        private final StringBuilder message = new StringBuilder();
        private final String connection = "ws/" + numbers.getAndIncrement();
        private final CompletableFuture<String> first = new CompletableFuture<>();
        private @Nullable HttpClient client;
        private volatile @Nullable WebSocket socket;
        private volatile boolean open;
        private volatile long ended;

        Handshake(Done done) {
            this.done = done;
        }

        void start(Hop hop) {
            HttpClient own = recipe.builder(hop.route().source())
                    .executor(Thread::startVirtualThread)
                    .cookieHandler(headers)
                    .build();
            client = own;
            WebSocket.Builder builder = own.newWebSocketBuilder();
            for (Header header : hop.headers()) {
                if (header.name().toLowerCase(Locale.ROOT).equals("cookie")) {
                    headers.cookie = header.value();
                } else {
                    builder.header(header.name(), header.value());
                }
            }
            var _ = builder.buildAsync(hop.uri(), this).whenComplete((opened, problem) -> finish(opened, problem));
        }

        private void finish(@Nullable WebSocket opened, @Nullable Throwable problem) {
            if (opened == null) {
                done.accept(refused(problem == null ? new IllegalStateException("no handshake") : problem));
                end();
            } else if (firstMessage) {
                var _ = first.whenComplete((text, failed) -> {
                    if (failed == null) {
                        done.accept(answer(101, text), ended);
                    } else {
                        done.accept(Failures.of(failed));
                    }
                    end();
                });
            } else {
                done.accept(answer(101, null), ended);
                end();
            }
        }

        // A server that refuses the handshake has answered: its status and headers are data. One that answers it as if
        // it were a plain request speaks no WebSocket.
        private Reply refused(Throwable problem) {
            Throwable cause =
                    problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
            if (cause instanceof WebSocketHandshakeException refusal && refusal.getResponse() != null) {
                HttpResponse<?> response = refusal.getResponse();
                if (response.statusCode() < 400) {
                    return new Reply.Failure(
                            ErrorKind.PROTOCOL,
                            "no WebSocket: the handshake was answered with status " + response.statusCode()
                                    + " instead of 101");
                }
                return new Reply.Answer(
                        response.statusCode(), response.headers().map(), null, connection);
            }
            return Failures.of(cause);
        }

        private Reply answer(int status, @Nullable String body) {
            return new Reply.Answer(status, headers.received, body, connection);
        }

        private void end() {
            WebSocket opened = socket;
            if (opened != null) {
                var _ = opened.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, problem) -> stop(opened));
            } else if (client != null) {
                client.shutdownNow();
            }
        }

        private void stop(WebSocket opened) {
            opened.abort();
            if (client != null) {
                client.shutdownNow();
            }
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket = opened;
            open = true;
            ended = System.nanoTime();
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            return received(from, data, last);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            return received(from, StandardCharsets.UTF_8.decode(data), last);
        }

        private @Nullable CompletionStage<?> received(WebSocket from, CharSequence data, boolean last) {
            int room = BoundedBody.MOST_KEPT - message.length();
            message.append(data, 0, Math.min(room, data.length()));
            if (last || message.length() >= BoundedBody.MOST_KEPT) {
                come(message.toString());
            } else {
                from.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            come("");
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable problem) {
            // A flood right behind the handshake now and then makes the JDK lose its place between two frames.
            // What came before that was read rightly, and may tell the instance.
            if (message.isEmpty()) {
                first.completeExceptionally(problem);
            } else {
                come(message.toString());
            }
        }

        private void come(String text) {
            ended = System.nanoTime();
            first.complete(text);
        }

        @Override
        public void cancel() {
            if (client != null) {
                client.shutdownNow();
            }
        }

        @Override
        public boolean answering() {
            return open;
        }
    }

    /// The JDK shows a handshake's response headers to nobody but its cookie handler, so one listens there.
    private static final class ResponseHeaders extends CookieHandler {
        private @Nullable String cookie;
        private volatile Map<String, List<String>> received = Map.of();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> request) {
            return cookie == null ? Map.of() : Map.of("Cookie", List.of(cookie));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> response) {
            Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(response);
            received = all;
        }
    }
}
