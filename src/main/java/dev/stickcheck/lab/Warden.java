package dev.stickcheck.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A shell that outlives this process by a moment: when the pipe to it breaks (`kill -9`, a crash of the JVM), it ends
/// the programs that it was told of, and deletes the folder.
///
/// Nothing but another process can do that, and a pipe is the one sign of life that no death can forget to
/// withdraw. It leads a session of its own: who kills a whole process group, as `timeout --signal KILL` does,
/// does not kill it too.
final class Warden {
    private static final List<String> SHELL = List.of("/bin/sh", "-c", """
            trap '' INT TERM HUP
            pids=
            while read -r word; do
              [ "$word" = dismissed ] && exit 0
              pids="$pids $word"
            done
            for pid in $pids; do kill -TERM "$pid"; done
            for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
              alive=
              for pid in $pids; do kill -0 "$pid" && alive=1; done
              [ -z "$alive" ] && break
              sleep 0.1
            done
            for pid in $pids; do kill -KILL "-$pid" || kill -KILL "$pid"; done
            rm -rf -- "$0"
            """);

    private final Process shell;

    private Warden(Process shell) {
        this.shell = shell;
    }

    static Warden over(Path folder) throws IOException {
        List<String> command = new ArrayList<>(Programs.session());
        command.addAll(SHELL);
        command.add(folder.toString());
        return new Warden(new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /// Puts a process, and the group that it leads, in its care.
    void watch(long pid) throws IOException {
        tell(Long.toString(pid));
    }

    /// There is nothing left to guard.
    void dismiss() {
        try {
            tell("dismissed");
            shell.getOutputStream().close();
            shell.waitFor();
        } catch (IOException e) {
            // It has been dismissed before, or somebody has killed it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String word) throws IOException {
        OutputStream pipe = shell.getOutputStream();
        pipe.write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }
}
