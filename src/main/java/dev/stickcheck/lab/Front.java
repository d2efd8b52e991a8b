package dev.stickcheck.lab;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands between clients and instances and decides which of them answers: the embedded balancer, or a real one.
///
/// Started once, told of every change, closed once.
interface Front extends AutoCloseable {
    /// Listens, and returns when a request would be answered. May block the thread that starts the lab.
    ///
    /// @param instances where each instance of the table listens, in its order; after a kill and a restore an
    ///     instance is back at the same address
    /// @param at a resolved address, port 0 for any free one
    /// @return the port it listens on
    /// @throws LabProblem when the machine does not give what it takes
    int start(List<InetSocketAddress> instances, InetSocketAddress at);

    /// The instances stand differently now: one was killed (its port is closing), drained, or restored (its
    /// port is open again).
    ///
    /// Called on the lab's event loop, which must not be blocked: what takes time goes to a thread of its own.
    void changed(Table table);

    /// Why it cannot drain an instance, or null when it can.
    default @Nullable String cannotDrain() {
        return null;
    }

    /// Stops listening; nothing of it is left afterwards. May block; may be called twice.
    @Override
    void close();
}
