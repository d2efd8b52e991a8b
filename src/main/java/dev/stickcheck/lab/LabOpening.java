package dev.stickcheck.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How a lab is opened to the world.
///
/// @param at where the balancer listens: a resolved address, port 0 for any free one
/// @param control the port of the control API, on loopback, 0 for any free one; null: there is none
/// @param defaultSeed when the spec names no seed
/// @param faults is told of every fault as it happens; must not block
public record LabOpening(InetSocketAddress at, @Nullable Integer control, long defaultSeed, Consumer<Fault> faults) {
    public static final long DEFAULT_SEED = 42;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    /// On any free loopback port, without a control API.
    public static LabOpening onLoopback(long defaultSeed) {
        return new LabOpening(new InetSocketAddress(LOOPBACK, 0), null, defaultSeed, fault -> {});
    }

    /// The same with the balancer somewhere else.
    public LabOpening at(InetSocketAddress other) {
        return new LabOpening(other, control, defaultSeed, faults);
    }

    /// The same with a control API.
    public LabOpening controlledAt(int port) {
        return new LabOpening(at, port, defaultSeed, faults);
    }

    /// The same with someone who hears of faults.
    public LabOpening telling(Consumer<Fault> listener) {
        return new LabOpening(at, control, defaultSeed, listener);
    }
}
