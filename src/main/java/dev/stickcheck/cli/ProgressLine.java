package dev.stickcheck.cli;

import dev.stickcheck.model.Schedule;
import dev.stickcheck.statistics.Progress;
import java.time.Duration;
import java.util.function.ToLongFunction;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/// The running verdict on stderr: animated for a person, silent otherwise.
final class ProgressLine implements AutoCloseable {
    private static final long EVERY_NANOS = Duration.ofMillis(200).toNanos();
    private static final double SECOND = 1e9;

    private final @Nullable ProgressBar bar;
    private final int width;
    private final Schedule schedule;
    private final ToLongFunction<Progress> requestsLeft;
    private volatile String line = "";
    private long next;
    private long begun;
    private long before = -1;

    private ProgressLine(@Nullable Terminal terminal, Schedule schedule, ToLongFunction<Progress> requestsLeft) {
        this.schedule = schedule;
        this.requestsLeft = requestsLeft;
        // The last column stays free: some terminals break the line as soon as it is written to.
        this.width = terminal == null ? 0 : terminal.width() - 1;
        this.bar = terminal == null ? null : bar(terminal);
    }

    /// @param requestsLeft how many more requests a run needs, as it looks
    static ProgressLine on(
            Terminal terminal, boolean wanted, Schedule schedule, ToLongFunction<Progress> requestsLeft) {
        return new ProgressLine(wanted && terminal.errIsTerminal() ? terminal : null, schedule, requestsLeft);
    }

    private ProgressBar bar(Terminal terminal) {
        return new ProgressBarBuilder()
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(width)
                .continuousUpdate()
                .clearDisplayOnFinish()
                .setRenderer((state, most) -> line)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), width))
                .build();
    }

    boolean shown() {
        return bar != null;
    }

    /// Cheap to call after each request.
    void show(Progress progress, long nanos) {
        if (bar == null || nanos < next) {
            return;
        }
        next = nanos + EVERY_NANOS;
        if (before < 0) {
            begun = nanos;
            before = progress.requests();
        }
        line = outlook(progress, nanos - begun).line(width);
    }

    private Outlook outlook(Progress progress, long nanos) {
        long sent = progress.requests() - before;
        Double rate = nanos < SECOND || sent == 0 ? null : sent * SECOND / nanos;
        return new Outlook(
                progress.judged(),
                sessionsNeeded(progress),
                progress.stickiness(),
                progress.failed(),
                progress.requests(),
                progress.instances(),
                rate,
                rate == null ? null : left(progress, rate, Duration.ofNanos(nanos)));
    }

    private Duration left(Progress progress, double rate, Duration gone) {
        long requests = requestsLeft.applyAsLong(progress);
        if (schedule.maxRequests() != null) {
            requests = Math.min(requests, Math.max(0, schedule.maxRequests() - progress.requests()));
        }
        Duration left = Duration.ofMillis((long) (1_000 * requests / rate));
        Duration most = schedule.duration() == null ? left : schedule.duration().minus(gone);
        return most.isNegative() ? Duration.ZERO : most.compareTo(left) < 0 ? most : left;
    }

    private long sessionsNeeded(Progress progress) {
        if (!schedule.sequential()) {
            return schedule.maxSessions();
        }
        return Math.min(
                schedule.maxSessions(),
                progress.sequential().forecast(progress.judged(), progress.failed(), schedule.maxSessions()));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
