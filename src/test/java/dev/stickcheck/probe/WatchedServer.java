package dev.stickcheck.probe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A server on a loopback port that watches its visitors: where they come from, how many are there, how much they take.
final class WatchedServer implements AutoCloseable {
    /// How one connection is treated; when it returns, the connection is closed.
    @FunctionalInterface
    interface Manner {
        void meet(Guest guest) throws IOException;
    }

    private final ServerSocket listener;
    private final Manner manner;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    final List<String> addresses = new CopyOnWriteArrayList<>();
    final AtomicLong requests = new AtomicLong();
    final AtomicLong bytesSent = new AtomicLong();

    WatchedServer(Manner manner) {
        this.manner = manner;
        try {
            listener = new ServerSocket(0, 128, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::receive);
    }

    /// Answers every request with the same text and keeps the connection.
    static WatchedServer saying(String answer) {
        return new WatchedServer(guest -> {
            while (!guest.head().isEmpty()) {
                guest.send(answer);
            }
        });
    }

    /// Says this to the first request of each connection, then closes it.
    static WatchedServer sayingAndClosing(String answer) {
        return new WatchedServer(guest -> {
            guest.head();
            guest.send(answer);
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    int connections() {
        return addresses.size();
    }

    int openConnections() {
        return open.size();
    }

    private void receive() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                addresses.add(socket.getInetAddress().getHostAddress());
                threads.execute(() -> meet(socket));
            }
        } catch (IOException e) {
            open.forEach(WatchedServer.this::drop); // Closed: nobody is received any more.
        }
    }

    private void meet(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            manner.meet(new Guest(socket));
        } catch (IOException e) {
            // The guest left, which is what some of these tests wait for.
        } finally {
            drop(socket);
        }
    }

    private void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        open.remove(socket);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::drop);
        threads.close();
    }

    /// One connection.
    final class Guest {
        final Socket socket;
        final InputStream in;
        final OutputStream out;

        Guest(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /// The next request's head; empty: the guest has left.
        String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.append((char) next);
            }
            requests.incrementAndGet();
            return head.toString();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            bytesSent.addAndGet(bytes.length);
        }
    }
}
