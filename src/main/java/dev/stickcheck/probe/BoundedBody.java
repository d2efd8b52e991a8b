package dev.stickcheck.probe;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/// Reads a body to its end, or gives it up at a bound; keeps its beginning only when it is asked for.
final class BoundedBody implements BodySubscriber<String> {
    /// A longer body is cut off here, and with it its connection.
    static final long MOST_READ = 1 << 20;
    /// As much of it as an instance id is looked for in.
    static final int MOST_KEPT = 1 << 16;

    private final CompletableFuture<String> done = new CompletableFuture<>();
    private final @Nullable ByteArrayOutputStream kept;
    private final Runnable begun;
    private final Runnable ended;
    private @Nullable Subscription subscription;
    private long read;

    /// @param keep whether the beginning of the body is wanted
    /// @param begun told when the answer's header has come
    /// @param ended told when the last of the body has come, or as much of it as is read
    BoundedBody(boolean keep, Runnable begun, Runnable ended) {
        this.kept = keep ? new ByteArrayOutputStream() : null;
        this.begun = begun;
        this.ended = ended;
    }

    @Override
    public CompletionStage<String> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Subscription opened) {
        subscription = opened;
        begun.run();
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read += buffer.remaining();
            keep(buffer);
        }
        if (read > MOST_READ && subscription != null) {
            subscription.cancel();
            end();
        }
    }

    private void keep(ByteBuffer buffer) {
        if (kept == null || kept.size() >= MOST_KEPT) {
            return;
        }
        byte[] bytes = new byte[Math.min(buffer.remaining(), MOST_KEPT - kept.size())];
        buffer.get(bytes);
        kept.write(bytes, 0, bytes.length);
    }

    @Override
    public void onError(Throwable problem) {
        done.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        end();
    }

    private void end() {
        ended.run();
        done.complete(text());
    }

    private String text() {
        return kept == null ? "" : kept.toString(StandardCharsets.UTF_8);
    }
}
