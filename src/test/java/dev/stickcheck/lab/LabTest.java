package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabTest {
    @Test
    void answersWhatAnInstanceKnowsOfItself() throws Exception {
        try (Lab lab = start("lab:round-robin");
                Visitor visitor = Visitor.local()) {
            assertThat(lab.url()).hasHost("127.0.0.1").hasPath("/api/health");
            HttpResponse<String> answer = visitor.get(lab.url(), "");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"ok\",\"instance\":\"instance-1\"}");
            assertThat(answer.headers().firstValue("X-Instance-ID")).contains("instance-1");
            assertThat(answer.headers().firstValue("X-DB-Queries")).contains("0");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
            assertThat(answer.headers().firstValue("X-Cache"))
                    .as("made once and kept in memory")
                    .contains("HIT");
            assertThat(answer.headers().firstValue("Server-Timing")).contains("db;dur=0, cache;desc=hit");
            assertThat(visitor.get(lab.url().resolve("/any/thing?else"), "").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void declaresItsInstancesAndTheirShares() {
        try (Lab lab = start("lab:cookie?weights=7,2,1")) {
            assertThat(lab.instances().shares().keySet()).containsExactly("instance-1", "instance-2", "instance-3");
            assertThat(lab.instances().shares().get("instance-1")).isEqualTo(0.7, within(1e-12));
        }
    }

    @Test
    void keepsEverySessionOnItsInstanceAndSetsItsCookieOnce() throws Exception {
        try (Lab lab = start("lab:cookie?instances=5");
                Visitor visitor = Visitor.local()) {
            for (int session = 0; session < 20; session++) {
                HttpResponse<String> first = visitor.get(lab.url(), "");
                assertThat(Visitor.instance(first)).isEqualTo("instance-" + (session % 5 + 1));
                for (int i = 0; i < 9; i++) {
                    HttpResponse<String> next = visitor.get(lab.url(), Visitor.cookie(first));
                    assertThat(Visitor.instance(next)).isEqualTo(Visitor.instance(first));
                    assertThat(next.headers().map()).doesNotContainKey("set-cookie");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "cookie"})
    void spreadsExactlyByWeight(String policy) throws Exception {
        try (Lab lab = start("lab:" + policy + "?weights=7,2,1");
                Visitor visitor = Visitor.local()) {
            assertThat(counts(visits(lab, visitor, "", 100)))
                    .isEqualTo(Map.of("instance-1", 70L, "instance-2", 20L, "instance-3", 10L));
        }
    }

    @Test
    void pinsANetworkByItsAddress() throws Exception {
        try (Lab lab = start("lab:ip-hash")) {
            for (Map.Entry<String, String> client : Map.of(
                            "127.0.0.1", "instance-3",
                            "127.0.0.77", "instance-3",
                            "127.0.1.1", "instance-1",
                            "127.0.2.9", "instance-2",
                            "127.200.3.1", "instance-3")
                    .entrySet()) {
                try (Visitor visitor = Visitor.from(client.getKey())) {
                    assertThat(visits(lab, visitor, "", 3)).as(client.getKey()).containsOnly(client.getValue());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cookie, 1", "cookie, 2", "ip-hash, 3"})
    void misroutesItsShareAndReturnsToThePin(String policy, long seed) throws Exception {
        try (Lab lab = start("lab:" + policy + "?misroute=8%&seed=" + seed);
                Visitor visitor = Visitor.local()) {
            HttpResponse<String> first = visitor.get(lab.url(), "");
            String pin = policy.equals("cookie") ? Visitor.instance(first) : "instance-3";
            List<String> visits = visits(lab, visitor, Visitor.cookie(first), 1000);
            long astray =
                    visits.stream().filter(instance -> !instance.equals(pin)).count();
            assertThat(Played.deviations(astray, 1000, 0.08))
                    .as("seed %d", seed)
                    .isLessThan(4);
            assertThat(counts(visits).keySet()).as("seed %d", seed).hasSize(3);
            assertThat(mostFrequentAfterStraying(visits, pin))
                    .as("seed %d", seed)
                    .isEqualTo(pin);
        }
    }

    @Test
    void decidesTheSameFromTheSameSeed() throws Exception {
        List<List<String>> runs = new ArrayList<>();
        for (String seed : List.of("7", "7", "8")) {
            try (Lab lab = start("lab:random?seed=" + seed);
                    Visitor visitor = Visitor.local()) {
                runs.add(visits(lab, visitor, "", 60));
            }
        }
        assertThat(runs.get(1)).isEqualTo(runs.get(0)).isNotEqualTo(runs.get(2));
    }

    @Test
    void takesTheSeedOfTheCommandUnlessItHasItsOwn() throws Exception {
        try (Lab given = Lab.start(LabSpec.parse("lab:random"), LabOpening.onLoopback(7));
                Lab own = Lab.start(LabSpec.parse("lab:random?seed=7"), LabOpening.onLoopback(99));
                Visitor visitor = Visitor.local()) {
            assertThat(visits(given, visitor, "", 60)).isEqualTo(visits(own, visitor, "", 60));
        }
    }

    @Test
    void answersNotBeforeItsLatency() throws Exception {
        try (Lab lab = start("lab:round-robin?latency=50ms");
                Visitor visitor = Visitor.local()) {
            visitor.get(lab.url(), "");
            long before = System.nanoTime();
            visitor.get(lab.url(), "");
            assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void servesTwoHundredClientsAtOnce() throws Exception {
        try (Lab lab = start("lab:cookie?instances=4&latency=20ms");
                Visitor visitor = Visitor.local();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<String>>> sessions = Stream.<Callable<List<String>>>generate(() -> () -> {
                        HttpResponse<String> first = visitor.get(lab.url(), "");
                        List<String> seen = new ArrayList<>(visits(lab, visitor, Visitor.cookie(first), 4));
                        seen.add(Visitor.instance(first));
                        return seen;
                    })
                    .limit(200)
                    .toList();
            Map<String, Long> assigned = new HashMap<>();
            for (Future<List<String>> session : clients.invokeAll(sessions, 60, TimeUnit.SECONDS)) {
                assertThat(session.get()).hasSize(5).containsOnly(session.get().getFirst());
                assigned.merge(session.get().getFirst(), 1L, Long::sum);
            }
            assertThat(assigned)
                    .hasSize(4)
                    .allSatisfy((instance, count) -> assertThat(count).isEqualTo(50));
        }
    }

    @Test
    void runsAHundredInstances() throws Exception {
        try (Lab lab = start("lab:round-robin?instances=100");
                Visitor visitor = Visitor.local()) {
            assertThat(counts(visits(lab, visitor, "", 100))).hasSize(100);
        }
    }

    @Test
    void leavesNoThreadAndNoPortBehind() throws Exception {
        Lab lab = start("lab:cookie?latency=1ms");
        try (Visitor visitor = Visitor.local()) {
            visits(lab, visitor, "", 10);
            assertThat(threads()).isNotEmpty();
            lab.close();
        }
        Visitor.await("the lab's threads end", () -> threads().isEmpty());
        try (ServerSocket again = new ServerSocket()) {
            again.bind(new InetSocketAddress(Played.LOOPBACK, lab.url().getPort()));
            assertThat(again.isBound()).isTrue();
        }
        lab.close();
    }

    @Test
    void closesForAnInterruptedThreadAndLeavesItInterrupted() {
        Lab lab = start("lab:round-robin");
        Thread.currentThread().interrupt();
        lab.close();
        assertThat(Thread.interrupted()).isTrue();
        Visitor.await("the lab's threads end", () -> threads().isEmpty());
    }

    @Test
    void saysWhichPortIsTakenAndLeavesNothingRunning() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, Played.LOOPBACK)) {
            InetSocketAddress at = new InetSocketAddress(Played.LOOPBACK, taken.getLocalPort());
            LabProblem problem = catchThrowableOfType(
                    LabProblem.class,
                    () -> Lab.start(
                            LabSpec.parse("lab:cookie"),
                            LabOpening.onLoopback(1).at(at)));
            assertThat(problem.usage()).isFalse();
            assertThat(problem)
                    .hasMessageStartingWith("the lab cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": ")
                    .message()
                    .doesNotContain("\n");
        }
        Visitor.await("the lab's threads end", () -> threads().isEmpty());
    }

    @Test
    void refusesASpecThatNoTargetWouldHaveGiven() {
        LabProblem problem = catchThrowableOfType(
                LabProblem.class, () -> Lab.start(new LabSpec("cookie", Map.of("instances", "0"))));
        assertThat(problem.usage()).isTrue();
    }

    @Test
    void printsNothing() throws Exception {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        System.setErr(new PrintStream(printed, true));
        try (Lab lab = start("lab:cookie");
                Visitor visitor = Visitor.local()) {
            visitor.get(lab.url(), "");
            Visitor.raw(lab.url(), "\u0000\u0001no request\r\n\r\n");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString()).isEmpty();
    }

    private static Lab start(String target) {
        return Lab.start(LabSpec.parse(target));
    }

    private static List<String> visits(Lab lab, Visitor visitor, String cookie, int count) throws Exception {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seen.add(Visitor.instance(visitor.get(lab.url(), cookie)));
        }
        return seen;
    }

    private static Map<String, Long> counts(List<String> visits) {
        return visits.stream().collect(Collectors.groupingBy(instance -> instance, Collectors.counting()));
    }

    private static String mostFrequentAfterStraying(List<String> visits, String pin) {
        List<String> after = new ArrayList<>();
        for (int i = 1; i < visits.size(); i++) {
            if (!visits.get(i - 1).equals(pin)) {
                after.add(visits.get(i));
            }
        }
        return counts(after).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("vert") || name.startsWith("globalEventExecutor"))
                .toList();
    }
}
