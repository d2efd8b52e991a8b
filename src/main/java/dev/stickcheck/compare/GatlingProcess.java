package dev.stickcheck.compare;

import dev.stickcheck.model.Plan;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Gatling in a process of its own: instructions go in by its stdin, events come out by its stdout.
///
/// Its words go to a file. It ends when its stdin does, so that it never outlives this process.
public final class GatlingProcess implements AutoCloseable {
    private static final String MAIN = "dev.stickcheck.simulations.GatlingMain";
    private static final int GO_ON = 1;
    /// The report of a long run takes a while.
    private static final int FINISH_SECONDS = 120;
    private static final Set<Integer> SIGNALS = Set.of(130, 143);

    private final Process process;
    private final DataInputStream events;
    private final DataOutputStream orders;

    private GatlingProcess(Process process) {
        this.process = process;
        this.events = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /// Starts it ahead: it loads what it needs while the targets are still being prepared.
    ///
    /// @param journeys where a user's own journeys are
    /// @param results where Gatling writes its report
    /// @param log where it says what it says
    /// @param scratch for what it needs as a file
    /// @throws CompareProblem when it cannot be started
    public static GatlingProcess start(Plan plan, List<Path> journeys, Path results, Path log, Path scratch) {
        return start(Instructing.wire(plan, scratch), new Launch(journeys, List.of()), results, log);
    }

    static GatlingProcess start(Instructions.Wire wire, Launch launch, Path results, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command(wire, launch, results));
        builder.redirectError(log.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        try {
            return new GatlingProcess(builder.start());
        } catch (IOException e) {
            throw CompareProblem.fault("Gatling cannot be started: " + e.getMessage());
        }
    }

    /// How the virtual machine is started.
    ///
    /// @param journeys where a user's own journeys are
    /// @param settings of Gatling, as `-Dname=value`
    record Launch(List<Path> journeys, List<String> settings) {
        Launch {
            journeys = List.copyOf(journeys);
            settings = List.copyOf(settings);
        }
    }

    private static List<String> command(Instructions.Wire wire, Launch launch, Path results) {
        List<String> command = new ArrayList<>();
        command.add(GatlingPlace.java());
        // The second compiler would take a core for half of the measurement, and a client that waits needs no more
        // than the first.
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms256m", "-Xmx1g", "-XX:-UsePerfData"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        // What the virtual machine has to say would come on stdout, among the events.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=off"));
        command.addAll(GatlingSettings.of(wire));
        command.addAll(launch.settings());
        command.addAll(List.of("-cp", GatlingPlace.classPath(launch.journeys()), MAIN, results.toString()));
        return command;
    }

    /// Tells it what to do; it begins at once.
    void instruct(Instructions instructions) {
        try {
            InstructionsWire.write(instructions, orders);
            orders.flush();
        } catch (IOException e) {
            // It is gone, which its events tell.
        }
    }

    /// The next event; null when the process is gone.
    @Nullable
    Event next() {
        try {
            return EventWire.read(events);
        } catch (IOException e) {
            return null;
        }
    }

    /// The target has been switched: the next turn may begin.
    void goOn() {
        try {
            orders.writeByte(GO_ON);
            orders.flush();
        } catch (IOException e) {
            // It is gone, which its events tell.
        }
    }

    /// Ends it at once.
    void kill() {
        process.destroyForcibly();
    }

    /// Waits until it has written its report.
    ///
    /// @return whether it ended by itself
    public boolean finish() {
        try {
            return process.waitFor(FINISH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Whether SIGINT or SIGTERM ended it.
    boolean endedBySignal() {
        return finish() && SIGNALS.contains(process.exitValue());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        // Reaped, so that nothing of it is left when the command ends.
        process.onExit().join();
    }
}
