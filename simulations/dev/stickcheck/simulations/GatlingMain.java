package dev.stickcheck.simulations;

import dev.stickcheck.compare.Instructions;
import dev.stickcheck.compare.InstructionsWire;
import io.gatling.app.Gatling;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Gatling's process under `stickcheck compare`: instructions come in by stdin, events go out by stdout, Gatling's own
/// words go to stderr. When stdin ends, so does the run.
public final class GatlingMain {
    private GatlingMain() {}

    /// Runs Gatling as it is told, until it is done.
    ///
    /// @param args the folder of Gatling's report
    public static void main(String[] args) throws IOException {
        OutputStream events = System.out;
        System.setOut(System.err);
        DataInputStream orders = new DataInputStream(new BufferedInputStream(System.in));
        preload();
        Instructions instructions = InstructionsWire.read(orders);
        EventPipe pipe = EventPipe.open(new DataOutputStream(new BufferedOutputStream(events, 1 << 16)));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(pipe::drain));
        Run run = Run.prepare(instructions, pipe);
        Failures.listen(run);
        Thread.ofPlatform().daemon().name("orders").start(() -> obey(orders, run));
        simulate(args[0]);
    }

    /// Gatling ends the process itself, unless something goes wrong at its end, such as a report of no request at all:
    /// then its threads would keep the process for ever.
    private static void simulate(String results) {
        try {
            Gatling.main(new String[] {
                "-s", ComparisonSimulation.class.getName(), "-rf", results, "-rd", "stickcheck compare"
            });
        } catch (Exception | LinkageError e) {
            e.printStackTrace(System.err);
            System.exit(1);
        }
    }

    /// What takes longest to load, while the other process prepares the targets.
    private static void preload() {
        LoggerFactory.getILoggerFactory();
        for (String name :
                List.of("scala.Predef$", "com.typesafe.config.ConfigFactory", "io.netty.channel.nio.NioEventLoop")) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException e) {
                // Then it is not needed either.
            }
        }
    }

    private static void obey(DataInputStream orders, Run run) {
        try {
            while (orders.read() >= 0) {
                run.turns.goOn();
            }
        } catch (IOException e) {
            // As if it had ended.
        }
        run.turns.stop();
    }
}
