package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// `--toggle-on` and `--toggle-off`: a shell command switches the target before an arm has its turn.
public final class Commands implements Experiment.Switch {
    private static final int PATIENCE_SECONDS = 120;
    private static final int LONGEST = 200;

    private final String on;
    private final String off;

    public Commands(String on, String off) {
        this.on = on;
        this.off = off;
    }

    @Override
    public @Nullable String to(Arm arm) {
        String option = arm == Arm.ON ? "--toggle-on" : "--toggle-off";
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", arm == Arm.ON ? on : off)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = shell.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return option + " did not end within " + PATIENCE_SECONDS + " s";
            }
            int code = process.exitValue();
            return code == 0 ? null : option + " ended with " + code + ", so the target was not switched";
        } catch (IOException e) {
            return option + " cannot be run: " + Text.inert(String.valueOf(e.getMessage()), LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return option + " was interrupted";
        }
    }
}
