package dev.stickcheck.lab;

import dev.stickcheck.model.Text;
import io.vertx.core.Future;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for servers that begin to listen, and says why one does not.
final class Listening {
    private static final long PATIENCE_SECONDS = 10;

    private Listening() {}

    /// @throws LabProblem when the server does not listen
    static <T> T await(Future<T> server, InetSocketAddress at) {
        try {
            return server.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LabProblem.unavailable("the lab was interrupted while it started", e);
        } catch (ExecutionException e) {
            throw failed(at, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw failed(at, e);
        }
    }

    private static LabProblem failed(InetSocketAddress at, Throwable cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return LabProblem.unavailable(
                "the lab cannot listen on " + at.getHostString() + ":" + at.getPort() + ": " + Text.inert(why, 120),
                cause);
    }
}
