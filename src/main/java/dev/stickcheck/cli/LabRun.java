package dev.stickcheck.cli;

import dev.stickcheck.lab.Fault;
import dev.stickcheck.lab.Lab;
import dev.stickcheck.lab.LabOpening;
import dev.stickcheck.lab.LabSpec;
import dev.stickcheck.lab.LabTarget;
import dev.stickcheck.model.Text;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One lab from its options to its end, in stages: read, start, tell, wait.
final class LabRun {
    private final Terminal terminal;
    private final LabSpec spec;
    private final LabOpening opening;
    private final @Nullable Duration duration;

    /// Where a lab is to listen, as written.
    record Place(String bind, String port, String controlPort) {}

    private LabRun(Terminal terminal, LabSpec spec, LabOpening opening, @Nullable Duration duration) {
        this.terminal = terminal;
        this.spec = spec;
        this.opening = opening;
        this.duration = duration;
    }

    /// @param parameters beside those that the policy's text names
    /// @throws UsageProblem when an option makes no sense
    /// @throws dev.stickcheck.lab.LabProblem when the policy or a parameter makes no sense
    static LabRun read(Terminal terminal, String policy, Map<String, String> parameters, Place place, String duration) {
        LabSpec spec = LabTarget.read(policy.startsWith("lab:") ? policy : "lab:" + policy);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            spec = spec.with(parameter.getKey(), parameter.getValue());
        }
        InetSocketAddress at = new InetSocketAddress(address(place.bind()), port("--port", place.port()));
        LabOpening opening = LabOpening.onLoopback(LabOpening.DEFAULT_SEED)
                .at(at)
                .controlledAt(port("--control-port", place.controlPort()))
                .telling(fault -> tell(terminal, fault));
        return new LabRun(
                terminal, spec, opening, duration.isEmpty() ? null : LabTarget.duration("--duration", duration));
    }

    /// Runs the lab until it is stopped or its time is over.
    void run() {
        CountDownLatch stopped = new CountDownLatch(1);
        // Closed last: the process ends when nothing of the lab is left.
        try (Interruption interruption = new Interruption(stopped::countDown);
                Lab lab = Lab.start(spec, opening)) {
            tell(lab);
            if (duration == null) {
                stopped.await();
            } else {
                stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Lab lab) {
        URI url = lab.url();
        terminal.out().println("http://" + url.getAuthority());
        terminal.out().flush();
        lab.note().ifPresent(note -> terminal.err().println(note));
        lab.control().ifPresent(control -> terminal.err().println("control     " + control));
        lab.addresses().forEach((name, address) -> terminal.err().println("%-11s %s".formatted(name, address)));
        for (Map.Entry<String, InetAddress> name : lab.names().entrySet()) {
            terminal.err()
                    .println("Clients trust a loopback address as they trust HTTPS; to see them refuse the cookie, ask "
                            + "http://" + name.getKey() + ":" + url.getPort() + " with --resolve " + name.getKey() + ":"
                            + url.getPort() + ":" + name.getValue().getHostAddress());
        }
    }

    private static void tell(Terminal terminal, Fault fault) {
        terminal.err().println("fault       " + Text.inert(fault.line(), 200));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(
                    "--bind must be an address such as 127.0.0.1 or 0.0.0.0, got '" + Text.inert(text, 60) + "'");
        }
    }

    private static int port(String option, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new UsageProblem(option + " must be a number from 0 to 65535, got '" + Text.inert(text, 60) + "'");
    }
}
