package dev.stickcheck.lab;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;

/// The faults that have happened, the last ten thousand of them.
final class FaultLog {
    private static final int MOST = 10_000;

    private final ArrayDeque<Fault> faults = new ArrayDeque<>();
    private final Consumer<Fault> listener;

    /// @param listener is told of each as it happens, on the lab's event loop
    FaultLog(Consumer<Fault> listener) {
        this.listener = listener;
    }

    void add(Fault fault) {
        synchronized (faults) {
            if (faults.size() == MOST) {
                faults.removeFirst();
            }
            faults.addLast(fault);
        }
        listener.accept(fault);
    }

    List<Fault> all() {
        synchronized (faults) {
            return List.copyOf(faults);
        }
    }
}
