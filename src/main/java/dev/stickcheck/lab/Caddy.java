package dev.stickcheck.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Caddy as Debian packages it, without its certificates; its admin port is a socket in the private folder.
///
/// @param choice how it chooses an instance
record Caddy(Choice choice) implements Product {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Template CONFIGURATION = new Template("""
            {
                admin unix//@folder@/admin.sock
                auto_https off
                grace_period 1s
            }
            http://:@port@ {
                bind @host@
                respond /@sign@ "@word@"
                reverse_proxy {
            @instances@
                    lb_policy @choice@
                    lb_try_duration 2s
                    lb_try_interval 10ms
                    fail_duration 2s
                }
            }
            """);

    /// How Caddy chooses an instance.
    enum Choice {
        /// The cookie `lb`, whose value is an HMAC of the instance's address; random without it.
        COOKIE,
        RANDOM
    }

    @Override
    public String program() {
        return "caddy";
    }

    @Override
    public int greatestWeight() {
        return 1;
    }

    /// What it draws it draws from a source of its own.
    @Override
    public List<String> without() {
        return choice == Choice.RANDOM ? List.of("seed") : List.of();
    }

    @Override
    public @Nullable String cannotDrain() {
        return choice == Choice.COOKIE ? "Caddy cannot keep an instance's sessions while it takes no new ones" : null;
    }

    @Override
    public RunningProgram.Invocation write(Site site) throws IOException {
        String text = CONFIGURATION.fill(Map.of(
                "folder", site.folder().path(),
                "port", site.at().getPort(),
                "host", site.at().getAddress().getHostAddress(),
                "sign", site.sign().path(),
                "word", site.sign().word(),
                "choice",
                        choice == Choice.RANDOM
                                ? "random"
                                : "cookie lb " + HexFormat.of().toHexDigits(site.seed()),
                "instances", instances(site)));
        return invocation(site, "run", site.folder().write("Caddyfile", text));
    }

    @Override
    public void tell(RunningProgram program, Site site) throws IOException {
        write(site);
        Path caddy = Programs.find(program()).orElseThrow(() -> new IOException("caddy is gone"));
        RunningProgram.Invocation reload =
                invocation(site, "reload", site.folder().file("Caddyfile"));
        ProcessBuilder builder = new ProcessBuilder(caddy.toString());
        builder.command().addAll(reload.arguments());
        builder.command().addAll(List.of("--address", "unix//" + site.folder().file("admin.sock")));
        builder.environment().putAll(reload.environment());
        Process reloading = builder.redirectErrorStream(true)
                .redirectOutput(site.folder().file("reload.log").toFile())
                .start();
        try {
            if (!reloading.waitFor(PATIENCE) || reloading.exitValue() != 0) {
                reloading.destroyForcibly();
                throw new IOException("caddy reload failed");
            }
        } catch (InterruptedException e) {
            reloading.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// One that drains is left out, which Caddy has no milder word for.
    private static String instances(Site site) {
        return site.lines(instance -> site.table().peer(instance).health() == Peer.Health.DRAINING
                ? ""
                : "        to " + site.address(instance));
    }

    /// It saves its configuration and its certificates under the user's home unless told otherwise.
    private static RunningProgram.Invocation invocation(Site site, String command, Path file) {
        String home = site.folder().path().toString();
        return new RunningProgram.Invocation(
                List.of(command, "--config", file.toString(), "--adapter", "caddyfile"),
                Map.of("HOME", home, "XDG_CONFIG_HOME", home, "XDG_DATA_HOME", home));
    }
}
