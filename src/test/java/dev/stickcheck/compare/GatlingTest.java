package dev.stickcheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.fixture.Cluster;
import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.Nginx;
import dev.stickcheck.fixture.RawAnswer;
import dev.stickcheck.lab.Lab;
import dev.stickcheck.lab.LabSpec;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.ErrorKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real runs of Gatling, against the embedded lab and against the real nginx.
@Timeout(120)
class GatlingTest {
    private static final int DELAY = 20;

    @TempDir
    private Path folder;

    private static Map<String, Set<String>> instances(List<Event.Asked> asked) {
        Map<String, Set<String>> bySession = new HashMap<>();
        for (Event.Asked one : asked) {
            bySession
                    .computeIfAbsent(one.user() + "-" + one.visit(), session -> new HashSet<>())
                    .add(String.valueOf(one.instance()));
        }
        return bySession;
    }

    @Test
    void measuresWhatGatlingMeasures() throws IOException {
        try (Lab lab = Lab.start(LabSpec.parse("lab:cookie?latency=" + DELAY + "ms"))) {
            GatlingRun run =
                    GatlingRun.of(GatlingRun.Wanted.of(lab.url(), lab.url()).droppingCookies(), folder);
            List<Event.Asked> all = run.asked();

            assertThat(all).hasSizeGreaterThan(250).allMatch(asked -> asked.status() == 200);
            // Gatling counts whole milliseconds at both ends.
            assertThat(GatlingRun.millis(all, 0.5)).isCloseTo(run.gatlingMillis(50), within(1.5));
            assertThat(GatlingRun.millis(all, 0.95)).isCloseTo(run.gatlingMillis(95), within(2.5));
            assertThat(GatlingRun.millis(all, 0.5)).isGreaterThanOrEqualTo(DELAY - 1);
            assertThat(all).allMatch(asked -> asked.response() >= asked.service());
            keepsTheArmsApart(run);
            tellsItsTurns(run);
            try (Stream<Path> runs = Files.list(folder)) {
                assertThat(runs.map(place -> place.resolve("index.html"))).anyMatch(Files::isRegularFile);
            }
        }
    }

    private static void keepsTheArmsApart(GatlingRun run) {
        assertThat(instances(run.asked(Arm.ON)).values()).allMatch(seen -> seen.size() == 1);
        assertThat(instances(run.asked(Arm.OFF)).values()).anyMatch(seen -> seen.size() > 1);
        assertThat(run.asked(Arm.OFF))
                .allMatch(
                        asked -> asked.cookieBytes() == 0 && asked.cookiesSent().isEmpty());
        assertThat(run.asked(Arm.ON).stream().filter(asked -> asked.sequence() > 1))
                .isNotEmpty()
                .allMatch(
                        asked -> asked.cookieBytes() > 0 && !asked.cookiesSent().isEmpty());
        assertThat(run.asked(Arm.OFF)).allMatch(asked -> !asked.cookiesSet().isEmpty());
    }

    private static void tellsItsTurns(GatlingRun run) {
        List<Turn> turns = GatlingRun.timetable(3).turns();
        assertThat(run.events().getLast()).isEqualTo(new Event.Finished());
        assertThat(run.events().stream().filter(event -> event instanceof Event.TurnOver))
                .hasSize(turns.size());
        assertThat(run.asked()).allSatisfy(asked -> {
            assertThat(asked.arm()).isEqualTo(turns.get(asked.turn()).arm());
            assertThat(asked.measured() && turns.get(asked.turn()).warmUp()).isFalse();
        });
        assertThat(run.asked().stream().filter(Event.Asked::measured)).hasSizeGreaterThan(100);
        // The same users do the same number of requests in each session.
        assertThat(run.asked()).allMatch(asked -> asked.sequence() <= 5 && asked.user() < 5);
    }

    @Test
    void asksTheRealNginx() throws IOException {
        try (Nginx sticky = Nginx.start(new Nginx.Policy.InsertedCookie("route"));
                Nginx rotating = Nginx.start(new Nginx.Policy.RoundRobin())) {
            GatlingRun run = GatlingRun.of(
                    GatlingRun.Wanted.of(
                            sticky.url().resolve("/api/health"), rotating.url().resolve("/api/health")),
                    folder);

            assertThat(run.asked()).hasSizeGreaterThan(250).allMatch(asked -> asked.status() == 200);
            assertThat(instances(run.asked(Arm.ON)).values()).allMatch(seen -> seen.size() == 1);
            assertThat(instances(run.asked(Arm.OFF)).values()).anyMatch(seen -> seen.size() > 1);
        }
    }

    @Test
    void tellsWhyThereIsNoAnswer() throws IOException {
        try (Cluster cluster = Cluster.of(1)) {
            URI nobody;
            try (ServerSocket socket = new ServerSocket(0)) {
                nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
            }
            GatlingRun run =
                    GatlingRun.of(GatlingRun.Wanted.of(cluster.instance(1).url().resolve("/"), nobody), folder);

            assertThat(run.asked(Arm.OFF))
                    .hasSizeGreaterThan(50)
                    .allMatch(asked -> asked.failure() == ErrorKind.CONNECTION_REFUSED);
            assertThat(run.asked(Arm.ON)).hasSizeGreaterThan(50).allMatch(asked -> asked.failure() == null);
        }
    }

    private static double hitRate(List<Event.Asked> asked) {
        return asked.stream()
                .map(Event.Asked::cacheHit)
                .filter(Objects::nonNull)
                .mapToInt(hit -> hit ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static double queries(List<Event.Asked> asked) {
        return asked.stream()
                .map(Event.Asked::queries)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    @Test
    void holdsConversationsWithSpeech() throws IOException {
        try (Lab lab = Lab.start(LabSpec.parse("lab:cookie?speech-latency=5ms"))) {
            GatlingRun run = GatlingRun.of(
                    GatlingRun.Wanted.of(lab.url(), lab.url())
                            .blocks(9)
                            .droppingCookies()
                            .journey(Instructing.CONVERSATION),
                    folder);
            List<Event.Asked> on = run.asked(Arm.ON);
            List<Event.Asked> off = run.asked(Arm.OFF);

            assertThat(run.asked()).hasSizeGreaterThan(250).allMatch(asked -> asked.status() / 100 == 2);
            assertThat(hitRate(on)).isGreaterThan(hitRate(off) + 0.1);
            assertThat(queries(on)).isLessThan(queries(off));
        }
    }

    private static long sessions(List<Event.Asked> asked) {
        return asked.stream().filter(one -> one.sequence() == 1).count();
    }

    /// Every second request of a session meets a target that has forgotten it.
    @Test
    void opensAConnectionForEachSessionThoughTheTargetLosesThem() throws IOException {
        try (HostileServer server =
                HostileServer.answering(request -> request.header("Cookie").isEmpty()
                        ? RawAnswer.ok("X-Instance-ID: a", "Set-Cookie: SID=1")
                        : RawAnswer.ok("X-Instance-ID: a", "X-Session-Lost: true"))) {
            GatlingRun run = GatlingRun.of(
                    GatlingRun.Wanted.of(server.url().resolve("/"), server.url().resolve("/"))
                            .connecting(ConnectionPolicy.PER_SESSION),
                    folder);

            assertThat(run.asked().stream().mapToInt(Event.Asked::sequence).max())
                    .hasValue(2);
            assertThat(run.asked().stream().filter(Event.Asked::lost)).hasSizeGreaterThan(50);
            assertThat(server.connections()).isEqualTo(sessions(run.asked()));
        }
    }

    /// The delay of one arm alone: what the way to the lab and through it takes is the same in both.
    @Test
    void measuresAnInjectedDelayToAMillisecond() throws IOException {
        try (Lab slow = Lab.start(LabSpec.parse("lab:round-robin?latency=" + DELAY + "ms"));
                Lab fast = Lab.start(LabSpec.parse("lab:round-robin"))) {
            GatlingRun run = GatlingRun.of(GatlingRun.Wanted.of(slow.url(), fast.url()), folder);

            double injected = GatlingRun.millis(run.asked(Arm.ON), 0.5) - GatlingRun.millis(run.asked(Arm.OFF), 0.5);
            assertThat(injected).isCloseTo(DELAY, within(1.0));
        }
    }
}
