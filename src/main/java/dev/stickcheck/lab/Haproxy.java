package dev.stickcheck.lab;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// HAProxy as Debian packages it; it drains by its own admin socket.
///
/// @param choice how it chooses an instance
record Haproxy(Choice choice) implements Product {
    private static final int LONGEST_ANSWER = 4096;

    private static final Template CONFIGURATION = new Template("""
            global
                nbthread 1
                maxconn 4000
                no strict-limits
                stats socket "@folder@/admin.sock" mode 600 level admin
            defaults
                mode http
                timeout connect 2s
                timeout client 60s
                timeout server 60s
                timeout tunnel 60s
                retries 2
                option redispatch 1
                option forwardfor
            frontend clients
                bind @listen@
                http-request return status 200 content-type text/plain string "@word@" if { path /@sign@ }
                default_backend cluster
            backend cluster
                @choice@
            @servers@
            """);

    /// How HAProxy chooses an instance.
    enum Choice {
        ROUND_ROBIN("balance roundrobin"),
        /// A cookie `SRV` that HAProxy inserts, takes away from the instances' view and never re-issues.
        COOKIE("balance roundrobin\n    cookie SRV insert indirect nocache"),
        /// By a hash of the client's whole address.
        SOURCE("balance source");

        private final String lines;

        Choice(String lines) {
            this.lines = lines;
        }
    }

    @Override
    public String program() {
        return "haproxy";
    }

    @Override
    public int greatestWeight() {
        return 256;
    }

    @Override
    public RunningProgram.Invocation write(Site site) throws IOException {
        String servers = site.lines(instance -> "    server %1$s %2$s cookie %1$s weight %3$d"
                .formatted(
                        site.table().peer(instance).name(),
                        site.address(instance),
                        site.table().peer(instance).weight()));
        String text = CONFIGURATION.fill(Map.of(
                "folder", site.folder().path(),
                "listen", site.listen(),
                "sign", site.sign().path(),
                "word", site.sign().word(),
                "choice", choice.lines,
                "servers", servers));
        return RunningProgram.Invocation.of(
                "-db", "-f", site.folder().write("haproxy.cfg", text).toString());
    }

    @Override
    public void tell(RunningProgram program, Site site) throws IOException {
        for (Peer peer : site.table().peers()) {
            String state = peer.health() == Peer.Health.DRAINING ? "drain" : "ready";
            String said = command(site, "set server cluster/" + peer.name() + " state " + state);
            if (!said.isBlank()) {
                throw new IOException(said.strip());
            }
        }
    }

    @Override
    public boolean followsAtOnce() {
        return true;
    }

    private static String command(Site site, String line) throws IOException {
        try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.connect(UnixDomainSocketAddress.of(site.folder().file("admin.sock")));
            socket.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
            while (answer.hasRemaining() && socket.read(answer) >= 0) {
                // Until HAProxy closes, which it does after one command.
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        }
    }
}
