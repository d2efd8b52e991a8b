package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `--toggle-on` and `--toggle-off`: a shell command switches the target before an arm has its turn.
public final class Commands implements Experiment.Switch {
    private static final int PATIENCE_SECONDS = 120;
    /// What was started may tidy up before it is killed.
    private static final int GRACE_SECONDS = 2;

    private static final int LONGEST = 200;
    private static final Set<Integer> SIGNALS = Set.of(130, 143);

    private final String on;
    private final String off;
    private @Nullable Process running;
    private boolean interrupted;

    public Commands(String on, String off) {
        this.on = on;
        this.off = off;
    }

    @Override
    public @Nullable Trouble to(Arm arm) {
        String option = arm == Arm.ON ? "--toggle-on" : "--toggle-off";
        try {
            Process process = start(arm);
            if (process == null) {
                return new Trouble(option + " was interrupted", true);
            }
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                end(process);
                return new Trouble(option + " did not end within " + PATIENCE_SECONDS + " s", false);
            }
            return trouble(option, process.exitValue());
        } catch (IOException e) {
            String why = Text.inert(String.valueOf(e.getMessage()), LONGEST);
            return new Trouble(option + " cannot be run: " + why, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trouble(option + " was interrupted", true);
        }
    }

    /// Null when the comparison has been interrupted.
    private synchronized @Nullable Process start(Arm arm) throws IOException {
        if (interrupted) {
            return null;
        }
        running = new ProcessBuilder("sh", "-c", arm == Arm.ON ? on : off)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return running;
    }

    /// A terminal sends its signal to the command too, which may be the faster to end.
    private synchronized @Nullable Trouble trouble(String option, int code) {
        running = null;
        return code == 0
                ? null
                : new Trouble(
                        option + " ended with " + code + ", so the target was not switched",
                        interrupted || SIGNALS.contains(code));
    }

    @Override
    public void interrupt() {
        Process process;
        synchronized (this) {
            interrupted = true;
            process = running;
        }
        if (process != null) {
            end(process);
        }
    }

    /// The shell and whatever it has started.
    private static void end(Process process) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, GRACE_SECONDS, TimeUnit.SECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
