package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every fault has its documented effect and no other, seen from outside.
class FaultsTest {
    private final Visitor visitor = Visitor.local();

    @AfterEach
    void leave() {
        visitor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "alb", "cloudflare", "cloudflare?failover=sticky"})
    void aKilledInstancesSessionsMoveOnceAndNobodyElseDoes(String policy) throws Exception {
        try (Lab lab = start(policy)) {
            List<JarVisitor> sessions = sessions(30);
            List<String> before = round(lab, sessions);
            controls(lab).order("instance-2/kill");
            List<String> after = round(lab, sessions);
            assertThat(after).doesNotContain("instance-2");
            for (int i = 0; i < sessions.size(); i++) {
                assertThat(before.get(i).equals("instance-2") || after.get(i).equals(before.get(i)))
                        .isTrue();
            }
            assertThat(round(lab, sessions)).isEqualTo(after);
            controls(lab).order("instance-2/restore");
            assertThat(round(lab, sessions)).as("they do not go back").isEqualTo(after);
            assertThat(round(lab, sessions(60))).contains("instance-2");
        }
    }

    @Test
    void sessionsReturnAfterATemporaryFailover() throws Exception {
        try (Lab lab = start("cloudflare?failover=temporary")) {
            List<JarVisitor> sessions = sessions(30);
            List<String> before = round(lab, sessions);
            controls(lab).order("instance-2/kill");
            assertThat(round(lab, sessions)).doesNotContain("instance-2");
            controls(lab).order("instance-2/restore");
            assertThat(round(lab, sessions)).isEqualTo(before);
        }
    }

    @Test
    void aRedirectedSessionOfADeadInstanceIsLostInTheVoidUntilItIsBack() throws Exception {
        try (Lab lab = start("redirect")) {
            List<JarVisitor> sessions = sessions(20);
            List<String> before = round(lab, sessions);
            JarVisitor victim = sessions.get(before.indexOf("instance-3"));
            JarVisitor other = sessions.get(before.indexOf("instance-1"));
            controls(lab).order("instance-3/kill");
            assertThatThrownBy(() -> victim.get(lab.url())).isInstanceOf(ConnectException.class);
            assertThat(Visitor.instance(other.get(lab.url()))).isEqualTo("instance-1");
            controls(lab).order("instance-3/restore");
            assertThat(round(lab, sessions)).isEqualTo(before);
        }
    }

    @Test
    void killingClosesThePortAndTheConnectionsAndRestoringOpensTheSamePort() throws Exception {
        try (Lab lab = start("cookie")) {
            URI instance = lab.addresses().get("instance-1");
            try (Socket open = new Socket(instance.getHost(), instance.getPort())) {
                open.setSoTimeout((int) Visitor.PATIENCE.toMillis());
                controls(lab).order("instance-1/kill");
                assertThat(end(open)).isTrue();
            }
            assertThatThrownBy(() -> visitor.get(instance, "")).isInstanceOf(ConnectException.class);
            controls(lab).order("instance-1/restore");
            assertThat(Visitor.instance(visitor.get(instance, ""))).isEqualTo("instance-1");
        }
    }

    private static boolean end(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "cloudflare", "connection"})
    void aDrainingInstanceKeepsItsSessionsAndGetsNoNewOnesUntilItIsRestored(String policy) throws Exception {
        try (Lab lab = start(policy)) {
            try (Own sessions = new Own(12)) {
                List<String> before = sessions.round(lab);
                controls(lab).order("instance-1/drain");
                assertThat(sessions.round(lab)).isEqualTo(before).contains("instance-1");
                try (Own late = new Own(12)) {
                    assertThat(late.round(lab)).doesNotContain("instance-1");
                }
                controls(lab).order("instance-1/restore");
                assertThat(sessions.round(lab)).isEqualTo(before);
                try (Own late = new Own(40)) {
                    assertThat(late.round(lab)).contains("instance-1");
                }
            }
        }
    }

    @Test
    void aDeregisteredTargetLosesItsSessions() throws Exception {
        try (Lab lab = start("alb")) {
            List<JarVisitor> sessions = sessions(12);
            List<String> before = round(lab, sessions);
            controls(lab).order("instance-1/drain");
            List<String> after = round(lab, sessions);
            assertThat(after).doesNotContain("instance-1");
            assertThat(before).contains("instance-1");
            controls(lab).order("instance-1/restore");
            assertThat(round(lab, sessions)).isEqualTo(after);
        }
    }

    @Test
    void aSlowInstanceAnswersLaterAndTheOthersAsBefore() throws Exception {
        try (Lab lab = start("cookie")) {
            List<JarVisitor> sessions = sessions(3);
            List<String> before = round(lab, sessions);
            controls(lab).order("instance-1/slow?by=60ms");
            long begun = System.nanoTime();
            assertThat(Visitor.instance(
                            sessions.get(before.indexOf("instance-1")).get(lab.url())))
                    .isEqualTo("instance-1");
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(60));
            assertThat(controls(lab).get("/instances").body())
                    .containsOnlyOnce("\"ailment\":\"slow\"")
                    .contains("\"ailment\":\"none\"");
        }
    }

    @Test
    void aFailingInstanceAnswers503InItsOwnNameUntilItIsHealed() throws Exception {
        try (Lab lab = start("cookie")) {
            List<JarVisitor> sessions = sessions(6);
            List<String> before = round(lab, sessions);
            controls(lab).order("instance-2/error");
            for (int i = 0; i < sessions.size(); i++) {
                HttpResponse<String> answer = sessions.get(i).get(lab.url());
                assertThat(Visitor.instance(answer)).isEqualTo(before.get(i));
                assertThat(answer.statusCode()).isEqualTo(before.get(i).equals("instance-2") ? 503 : 200);
            }
            controls(lab).order("instance-2/heal");
            for (JarVisitor session : sessions) {
                assertThat(session.get(lab.url()).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aResettingInstanceResetsConnectionsAndCostsItsSessionsA502() throws Exception {
        try (Lab lab = start("cookie")) {
            List<JarVisitor> sessions = sessions(6);
            List<String> before = round(lab, sessions);
            controls(lab).order("instance-3/reset");
            URI instance = lab.addresses().get("instance-3");
            assertThatThrownBy(() -> Visitor.raw(instance, "GET / HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
            for (int i = 0; i < sessions.size(); i++) {
                HttpResponse<String> answer = sessions.get(i).get(lab.url());
                assertThat(answer.statusCode()).isEqualTo(before.get(i).equals("instance-3") ? 502 : 200);
            }
            controls(lab).order("instance-3/heal");
            assertThat(round(lab, sessions)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"none, 502, true", "temporary, 200, true", "sticky, 200, false"})
    void failoverSaysWhatBecomesOfARequestThatItsEndpointDoesNotAnswer(String failover, int status, boolean returns)
            throws Exception {
        try (Lab lab = start("cloudflare?failover=" + failover)) {
            List<JarVisitor> sessions = sessions(30);
            List<String> before = round(lab, sessions);
            JarVisitor victim = sessions.get(before.indexOf("instance-1"));
            controls(lab).order("instance-1/reset");
            assertThat(victim.get(lab.url()).statusCode()).isEqualTo(status);
            controls(lab).order("instance-1/heal");
            assertThat(Visitor.instance(victim.get(lab.url())).equals("instance-1"))
                    .isEqualTo(returns);
        }
    }

    @ParameterizedTest
    @CsvSource({"cookie", "alb", "cloudflare", "redirect", "connection"})
    void lostPinsAreGivenAnew(String policy) throws Exception {
        try (Lab lab = start(policy + "?lose-pin=30%")) {
            List<String> seen = new JarVisitor(visitor).instances(lab.url(), 200);
            long lost = lab.faults().stream()
                    .filter(fault -> fault.kind().equals("lose-pin"))
                    .count();
            assertThat(Played.deviations(lost, 199, 0.3)).isLessThan(4);
            assertThat(seen.stream().distinct()).hasSize(3);
            assertThat(moves(seen)).isBetween(1L, lost);
        }
    }

    @ParameterizedTest
    @CsvSource({"cookie", "alb", "cloudflare", "redirect", "connection", "ip-hash", "consistent-hash"})
    void misroutedRequestsGoElsewhereOnceAndAreLogged(String policy) throws Exception {
        try (Lab lab = start(policy + "?misroute=10%")) {
            List<String> seen = new JarVisitor(visitor).instances(lab.url(), 300);
            List<String> astray = lab.faults().stream().map(Fault::instance).toList();
            assertThat(lab.faults()).allMatch(fault -> fault.kind().equals("misroute"));
            assertThat(Played.deviations(astray.size(), 299, 0.1)).isLessThan(4);
            String pin = seen.getFirst();
            assertThat(seen.stream().filter(instance -> !instance.equals(pin)).toList())
                    .isEqualTo(astray)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDefectiveCookieIsNeverReturned(CookieDefect defect) throws Exception {
        for (String policy : List.of("cookie", "alb", "cloudflare")) {
            try (Lab lab = start(policy + "?drop-cookie=" + defect.name().toLowerCase(Locale.ROOT))) {
                JarVisitor session = new JarVisitor(visitor);
                List<String> seen = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    seen.add(Visitor.instance(session.ask(lab.url(), lab.strangersUrl())));
                }
                assertThat(seen.stream().distinct()).as(policy).hasSize(3);
                assertThat(session.received())
                        .as(policy)
                        .allMatch(received -> !received.set().isEmpty());
                assertThat(lab.strangersUrl().getHost())
                        .isEqualTo(defect.needsName() ? "lab.stickcheck.test" : "127.0.0.1");
            }
        }
    }

    @Test
    void aCookieLivesAsLongAsItIsTold() throws Exception {
        try (Lab lab = start("cookie?cookie-ttl=10s")) {
            assertThat(visitor.get(lab.url(), "")
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow())
                    .endsWith("; Path=/; HttpOnly; Max-Age=10");
        }
        try (Lab lab = start("redirect?cookie-ttl=10s")) {
            assertThat(visitor.get(lab.url(), "")
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow())
                    .contains("; Max-Age=10;");
        }
    }

    @Test
    void plannedFaultsHappenAndAreLoggedWithTheirTime() throws Exception {
        List<Fault> told = new ArrayList<>();
        LabOpening opening = LabOpening.onLoopback(1).telling(fault -> {
            synchronized (told) {
                told.add(fault);
            }
        });
        try (Lab lab = Lab.start(
                LabSpec.parse("lab:cookie?kill=instance-1@10ms,instance-2@20ms&restore=instance-1@40ms"
                        + "&slow=instance-3@30ms:5ms"),
                opening)) {
            Visitor.await("all four have happened", () -> lab.faults().size() == 4);
            assertThat(lab.faults().stream().map(fault -> fault.instance() + " " + fault.kind()))
                    .containsExactly("instance-1 kill", "instance-2 kill", "instance-3 slow", "instance-1 restore");
            assertThat(lab.faults()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(lab.faults().get(2).line()).endsWith("Z instance-3 slow (as planned, 5ms)");
            synchronized (told) {
                assertThat(told).isEqualTo(lab.faults());
            }
            assertThat(visitor.get(lab.url(), "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aRequestWithABodyIsNotTriedTwice() throws Exception {
        try (Lab lab = start("cloudflare?failover=sticky&instances=1&reset=instance-1@1ms")) {
            Visitor.await("it resets", () -> lab.faults().size() == 1);
            HttpResponse<String> answer =
                    visitor.send(Visitor.request(lab.url()).POST(BodyPublishers.ofString("once")));
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(visitor.get(lab.url(), "").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aPlanThatCannotBeCarriedOutIsLoggedAsNotDone() {
        try (Lab lab = start("cookie?kill=instance-1@1ms&drain=instance-1@20ms")) {
            Visitor.await("both had their turn", () -> lab.faults().size() == 2);
            assertThat(lab.faults().getLast().detail()).isEqualTo("not done: instance-1 is down: restore it first");
        }
    }

    @Test
    void nothingIsUpWhenAllAreKilled() throws Exception {
        try (Lab lab = start("cookie?instances=2")) {
            controls(lab).order("instance-1/kill");
            controls(lab).order("instance-2/kill");
            HttpResponse<String> answer = visitor.get(lab.url(), "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    private static Lab start(String policy) {
        return Lab.start(
                LabSpec.parse("lab:" + policy), LabOpening.onLoopback(42).controlledAt(0));
    }

    private Controls controls(Lab lab) {
        return new Controls(lab, visitor);
    }

    private List<JarVisitor> sessions(int count) {
        List<JarVisitor> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(new JarVisitor(visitor));
        }
        return sessions;
    }

    private static List<String> round(Lab lab, List<JarVisitor> sessions) throws Exception {
        List<String> seen = new ArrayList<>();
        for (JarVisitor session : sessions) {
            HttpResponse<String> answer = session.get(lab.url());
            assertThat(answer.statusCode()).isEqualTo(200);
            seen.add(Visitor.instance(answer));
        }
        return seen;
    }

    private static long moves(List<String> seen) {
        long moves = 0;
        for (int i = 1; i < seen.size(); i++) {
            moves += seen.get(i).equals(seen.get(i - 1)) ? 0 : 1;
        }
        return moves;
    }

    /// Sessions with a connection of their own each.
    private static final class Own implements AutoCloseable {
        private final List<Visitor> visitors = new ArrayList<>();
        private final List<JarVisitor> sessions = new ArrayList<>();

        Own(int count) {
            for (int i = 0; i < count; i++) {
                visitors.add(Visitor.local());
                sessions.add(new JarVisitor(visitors.getLast()));
            }
        }

        List<String> round(Lab lab) throws Exception {
            return FaultsTest.round(lab, sessions);
        }

        @Override
        public void close() {
            visitors.forEach(Visitor::close);
        }
    }
}
