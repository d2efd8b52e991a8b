package dev.stickcheck.lab;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A load balancer that others make: how it is told what to do.
sealed interface Product permits Nginx, Haproxy, Apache, Caddy {
    /// Its executable, which is also the name of Debian's package.
    String program();

    /// The greatest weight that it can give to an instance; 1 when it knows no weights.
    int greatestWeight();

    /// Parameters that it cannot honour although most products do.
    default List<String> without() {
        return List.of();
    }

    /// Why it cannot drain an instance, or null when it can.
    default @Nullable String cannotDrain() {
        return null;
    }

    /// Writes its configuration and says how to run it.
    RunningProgram.Invocation write(Site site) throws IOException;

    /// Makes a running one follow the site's table; returns when it has been told, not yet when it does.
    void tell(RunningProgram program, Site site) throws IOException;

    /// Whether it says itself when it follows; otherwise the site's sign shows it.
    default boolean followsAtOnce() {
        return false;
    }
}
