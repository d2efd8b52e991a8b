package dev.stickcheck.cli;

import dev.stickcheck.model.Schedule;
import dev.stickcheck.statistics.Progress;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// The running verdict on stderr: animated for a person, silent otherwise.
final class ProgressLine implements AutoCloseable {
    private static final long EVERY_NANOS = Duration.ofMillis(200).toNanos();

    private final @Nullable ProgressBar bar;
    private final Schedule schedule;
    private long next;

    private ProgressLine(@Nullable ProgressBar bar, Schedule schedule) {
        this.bar = bar;
        this.schedule = schedule;
    }

    static ProgressLine on(Terminal terminal, boolean wanted, Schedule schedule) {
        if (!wanted || !terminal.errIsTerminal()) {
            return new ProgressLine(null, schedule);
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("probing")
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(terminal.width())
                .continuousUpdate()
                .hideEta()
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width()))
                .build();
        return new ProgressLine(bar, schedule);
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
        bar.maxHint(Math.max(progress.judged() + 1, sessionsNeeded(progress)));
        bar.stepTo(progress.judged());
        bar.setExtraMessage(running(progress));
    }

    private long sessionsNeeded(Progress progress) {
        if (!schedule.sequential()) {
            return schedule.maxSessions();
        }
        return Math.min(schedule.maxSessions(), progress.sequential().passAt(progress.failed()));
    }

    private static String running(Progress progress) {
        String so = switch (progress.stickiness()) {
            case PASS -> "sessions stick";
            case FAIL -> "sessions do not stick";
            case UNDECIDED -> "not certain yet";
        };
        return String.format(
                Locale.ROOT,
                " sessions, %d failed: %s; %d requests, %d instances",
                progress.failed(),
                so,
                progress.requests(),
                progress.instances());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
