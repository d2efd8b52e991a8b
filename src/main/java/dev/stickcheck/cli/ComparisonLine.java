package dev.stickcheck.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a comparison is, on stderr: animated for a person, silent otherwise.
final class ComparisonLine implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private ComparisonLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static ComparisonLine on(Terminal terminal, boolean wanted) {
        if (!wanted || !terminal.errIsTerminal()) {
            return new ComparisonLine(null);
        }
        return new ComparisonLine(new ProgressBarBuilder()
                .setTaskName("comparing")
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(terminal.width())
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width()))
                .build());
    }

    /// So many turns of all have been taken, those of the warm-up included.
    void show(int done, int all) {
        if (bar != null) {
            bar.maxHint(all);
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
