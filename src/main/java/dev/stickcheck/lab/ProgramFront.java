package dev.stickcheck.lab;

import dev.stickcheck.model.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A real load balancer as a process of its own, in a private folder.
final class ProgramFront implements Front {
    /// Another program may take a free port before the balancer does.
    private static final int ATTEMPTS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Product product;
    private final long seed;
    private final Function<String, Optional<Path>> finder;
    private final ExecutorService changes = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("lab-front-", 0).factory());
    private Table table;
    private @Nullable RunningProgram program;
    private @Nullable Site site;

    ProgramFront(Product product, Table table, long seed) {
        this(product, table, seed, Programs::find);
    }

    /// @param finder where a program is installed
    ProgramFront(Product product, Table table, long seed, Function<String, Optional<Path>> finder) {
        this.finder = finder;
        this.product = product;
        this.table = table;
        this.seed = seed;
    }

    @Override
    public synchronized int start(List<InetSocketAddress> instances, InetSocketAddress at) {
        Path executable = finder.apply(product.program())
                .orElseThrow(() -> LabProblem.unavailable(product.program() + " is not installed: run"
                        + " scripts/install-load-balancers, or install Debian's package " + product.program()));
        String failure = "";
        for (int attempt = 1; attempt <= (at.getPort() == 0 ? ATTEMPTS : 1); attempt++) {
            try {
                failure = tryToStart(executable, instances, at);
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
            }
            if (failure.isEmpty() && site != null) {
                return site.at().getPort();
            }
            end();
        }
        throw LabProblem.unavailable(product.program() + " did not start"
                + (at.getPort() == 0 ? "" : " on port " + at.getPort()) + "; it says: " + lastLine(failure));
    }

    @Override
    public void changed(Table now) {
        if (!changes.isShutdown()) {
            changes.execute(() -> follow(now));
        }
    }

    @Override
    public @Nullable String cannotDrain() {
        return product.cannotDrain();
    }

    @Override
    public void close() {
        changes.shutdownNow();
        end();
    }

    /// The program's own process, and its folder, for those who look after them.
    synchronized @Nullable RunningProgram program() {
        return program;
    }

    synchronized @Nullable Site site() {
        return site;
    }

    /// Starts it once; returns what it said when it does not serve, else nothing.
    private String tryToStart(Path executable, List<InetSocketAddress> instances, InetSocketAddress at)
            throws IOException {
        InetSocketAddress free = at.getPort() == 0 ? new InetSocketAddress(at.getAddress(), freePort(at)) : taken(at);
        site = new Site(PrivateFolder.create(product.program()), free, instances, table, sign(), seed);
        program = RunningProgram.start(executable, product.write(site), site.folder());
        return shows(program, site) ? "" : "it did not answer. " + program.lastWords();
    }

    private synchronized void follow(Table now) {
        if (program == null || site == null || sameForTheProgram(table, now)) {
            table = now;
            return;
        }
        table = now;
        site = site.with(now, sign());
        try {
            product.tell(program, site);
            if (!product.followsAtOnce() && !shows(program, site)) {
                throw new IOException("it still works as before");
            }
        } catch (IOException e) {
            System.err.println("stickcheck: " + product.program() + " does not follow a change of the lab: "
                    + lastLine(String.valueOf(e.getMessage())));
        }
    }

    private synchronized void end() {
        if (program != null) {
            program.close();
            program = null;
        }
        if (site != null) {
            site.folder().close();
            site = null;
        }
    }

    /// An instance that is killed or comes back is for the program itself to find out.
    private static boolean sameForTheProgram(Table before, Table now) {
        for (int i = 0; i < now.size(); i++) {
            if ((before.peer(i).health() == Peer.Health.DRAINING)
                    != (now.peer(i).health() == Peer.Health.DRAINING)) {
                return false;
            }
        }
        return true;
    }

    private static Site.Sign sign() {
        return new Site.Sign(
                ".stickcheck/" + UUID.randomUUID(), UUID.randomUUID().toString());
    }

    private static boolean shows(RunningProgram program, Site site) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline
                && !program.ends(PAUSE)
                && !Thread.currentThread().isInterrupted()) {
            if (Knock.at(site.at(), site.sign().path()).contains(site.sign().word())) {
                return true;
            }
        }
        return false;
    }

    private static int freePort(InetSocketAddress at) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, at.getAddress())) {
            return socket.getLocalPort();
        }
    }

    /// A port that was asked for must be free; a program's own complaint about it would be harder to understand.
    private static InetSocketAddress taken(InetSocketAddress at) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(at, 1);
            return at;
        } catch (IOException e) {
            InetAddress address = at.getAddress();
            throw LabProblem.unavailable(
                    "the lab cannot listen on " + address.getHostAddress() + ":" + at.getPort() + ": "
                            + Text.inert(String.valueOf(e.getMessage()), 120),
                    e);
        }
    }

    private static String lastLine(String said) {
        return said.isBlank()
                ? "nothing"
                : Text.inert(said.strip().lines().toList().getLast(), 200);
    }
}
