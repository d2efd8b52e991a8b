package dev.stickcheck.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a comparison is, on stderr: animated for a person, silent otherwise but for a warning.
final class ComparisonLine implements AutoCloseable {
    private final Terminal terminal;
    private final boolean animated;
    private @Nullable String warning;
    private @Nullable ProgressBar bar;

    private ComparisonLine(Terminal terminal, boolean animated, @Nullable String warning) {
        this.terminal = terminal;
        this.animated = animated;
        this.warning = warning;
        if (warning == null) {
            begin();
        }
    }

    /// @param warning that somebody who waits wants to have before the end; it comes once the target has answered, and
    /// before the line that is drawn again and again
    static ComparisonLine on(Terminal terminal, boolean wanted, @Nullable String warning) {
        return new ComparisonLine(terminal, wanted && terminal.errIsTerminal(), wanted ? warning : null);
    }

    private void begin() {
        if (animated) {
            // The last column stays free: some terminals break the line as soon as it is written to.
            int width = terminal.width() - 1;
            bar = new ProgressBarBuilder()
                    .setTaskName("comparing")
                    .setInitialMax(1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setMaxRenderedLength(width)
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), width))
                    .build();
        }
    }

    /// So many turns of all have been taken, those of the warm-up included.
    void show(int done, int all) {
        if (warning != null) {
            terminal.err().println(warning);
            warning = null;
            begin();
        }
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
