package dev.stickcheck.lab;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The application of one instance: conversations and speech, served by threads that may wait for database and disk.
final class Application implements AutoCloseable {
    private static final int LONGEST_BODY = 16 * 1024;

    private final Vertx vertx;
    private final String instance;
    private final Duration latency;
    private final Workplace workplace;
    private @Nullable Routes routes;

    Application(Vertx vertx, String instance, Duration latency, Workplace workplace) {
        this.vertx = vertx;
        this.instance = instance;
        this.latency = latency;
        this.workplace = workplace;
    }

    /// Whether a path is the application's own; everything else is answered as the health is.
    static boolean serves(String path) {
        return path.startsWith("/api/conversations") || path.equals("/api/speech");
    }

    /// Serves a request on the event loop that brings it.
    void serve(HttpServerRequest request) {
        Context loop = vertx.getOrCreateContext();
        body(request)
                .onSuccess(body -> workplace.run(() -> {
                    Cost cost = new Cost();
                    Reply reply = reply(request.method().name(), request.path(), body, cost);
                    loop.runOnContext(ready -> answer(request, reply, cost));
                }))
                .onFailure(tooLong -> answer(request, tooLong(), new Cost()));
    }

    /// The instance ends, and with it what only it had.
    @Override
    public synchronized void close() {
        if (routes != null) {
            routes.close();
            routes = null;
        }
    }

    private static Reply tooLong() {
        return Reply.problem(413, "a body has at most " + LONGEST_BODY + " bytes")
                .with("Connection", "close");
    }

    private Reply reply(String method, String path, Buffer body, Cost cost) {
        try {
            Thread.sleep(latency);
            return routes().reply(method, path, body, cost);
        } catch (Refusal refusal) {
            return Reply.problem(refusal.status(), String.valueOf(refusal.getMessage()));
        } catch (SQLException e) {
            return Reply.problem(503, "the database does not answer");
        } catch (IOException e) {
            return Reply.problem(500, "the instance's disk does not take its files");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.problem(503, "the instance is going down");
        }
    }

    private synchronized Routes routes() throws IOException {
        if (routes == null) {
            routes = new Routes(
                    workplace.conversations(), instance, workplace.work().speechLatency());
        }
        return routes;
    }

    /// The body of at most so many bytes; the rest of a longer one is not read.
    private static Future<Buffer> body(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > LONGEST_BODY) {
                request.pause();
                whole.tryFail("too long");
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(gone -> whole.tryFail(gone));
        request.endHandler(end -> whole.tryComplete(body));
        return whole.future();
    }

    private void answer(HttpServerRequest request, Reply reply, Cost cost) {
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(reply.status())
                .putHeader(InstanceHeaders.INSTANCE_ID, instance)
                .putHeader("Content-Type", reply.contentType())
                .putHeader("Cache-Control", "no-store");
        cost.headers().forEach(response::putHeader);
        reply.headers().forEach(response::putHeader);
        boolean last = reply.headers().containsKey("Connection");
        response.end(reply.body()).onComplete(written -> {
            if (last) {
                request.connection().close();
            }
        });
    }
}
