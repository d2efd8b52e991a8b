package dev.stickcheck.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a comparison is, on stderr: animated for a person, silent otherwise but for a warning.
final class ComparisonLine implements AutoCloseable {
    private final @Nullable ProgressBar bar;
    private final PrintStream err;
    private @Nullable String warning;

    private ComparisonLine(@Nullable ProgressBar bar, PrintStream err, @Nullable String warning) {
        this.bar = bar;
        this.err = err;
        this.warning = warning;
    }

    /// @param warning that somebody who waits wants to have before the end; it comes once the target has answered
    static ComparisonLine on(Terminal terminal, boolean wanted, @Nullable String warning) {
        if (!wanted || !terminal.errIsTerminal()) {
            return new ComparisonLine(null, terminal.err(), wanted ? warning : null);
        }
        ProgressBar animated = new ProgressBarBuilder()
                .setTaskName("comparing")
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(terminal.width())
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width()))
                .build();
        return new ComparisonLine(animated, terminal.err(), warning);
    }

    /// So many turns of all have been taken, those of the warm-up included.
    void show(int done, int all) {
        if (warning != null) {
            err.println(warning);
            warning = null;
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
