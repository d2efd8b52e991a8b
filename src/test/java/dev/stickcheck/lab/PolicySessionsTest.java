package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sixty sessions of ten requests through real sockets, for every embedded policy.
class PolicySessionsTest {
    private static final int SESSIONS = 60;
    private static final int REQUESTS = 10;

    @ParameterizedTest
    @CsvSource({
        "cookie?weights=3;2;1, 30, 20, 10",
        "cookie?cookie-ttl=1h, 20, 20, 20",
        "alb, 20, 20, 20",
        "alb?weights=3;2;1, 30, 20, 10"
    })
    void sticksAndGivesNewSessionsInTurn(String policy, int first, int second, int third) throws Exception {
        assertThat(stuck(policy.replace(';', ','), false))
                .isEqualTo(Map.of("instance-1", first, "instance-2", second, "instance-3", third));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudflare", "redirect"})
    void sticksAndSpreadsNewSessionsAtRandom(String policy) throws Exception {
        Map<String, Integer> sessions = stuck(policy, false);
        assertThat(sessions).hasSize(3);
        sessions.values()
                .forEach(count ->
                        assertThat(Played.deviations(count, SESSIONS, 1.0 / 3)).isLessThan(4));
    }

    @ParameterizedTest
    @CsvSource({"ip-hash", "consistent-hash"})
    void sticksByTheAddressAndSpreadsAddresses(String policy) throws Exception {
        assertThat(stuck(policy, true)).hasSize(3);
    }

    @Test
    void keepsConnectionsAndGivesNewOnesInTurn() throws Exception {
        assertThat(stuck("connection", true)).isEqualTo(Map.of("instance-1", 20, "instance-2", 20, "instance-3", 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"round-robin", "least-connections"})
    void spreadsRequestsExactly(String policy) throws Exception {
        assertThat(spread(policy)).isEqualTo(Map.of("instance-1", 200, "instance-2", 200, "instance-3", 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "railway"})
    void spreadsRequestsAtRandom(String policy) throws Exception {
        Map<String, Integer> requests = spread(policy);
        assertThat(requests).hasSize(3);
        requests.values()
                .forEach(count -> assertThat(Played.deviations(count, SESSIONS * REQUESTS, 1.0 / 3))
                        .isLessThan(4));
    }

    @Test
    void setsCookiesOnEveryAnswerOnlyWhereTheProductDoes() throws Exception {
        for (String policy : List.of("cookie", "cloudflare", "alb")) {
            try (Lab lab = Lab.start(LabSpec.parse("lab:" + policy));
                    Visitor visitor = Visitor.local()) {
                JarVisitor session = new JarVisitor(visitor);
                session.instances(lab.url(), REQUESTS);
                assertThat(session.received().stream()
                                .filter(received -> !received.set().isEmpty()))
                        .as(policy)
                        .hasSize(policy.equals("alb") ? REQUESTS : 1);
                assertThat(session.received())
                        .as(policy)
                        .allMatch(received -> received.refused().isEmpty());
            }
        }
    }

    /// The sessions of each instance, when every one of them stays where it began.
    private static Map<String, Integer> stuck(String policy, boolean ownAddress) throws Exception {
        Map<String, Integer> sessions = new HashMap<>();
        for (List<String> session : sessions(policy, ownAddress)) {
            assertThat(session).as(policy).containsOnly(session.getFirst());
            sessions.merge(session.getFirst(), 1, Integer::sum);
        }
        return sessions;
    }

    /// The requests of each instance, when hardly a session stays where it began.
    private static Map<String, Integer> spread(String policy) throws Exception {
        Map<String, Integer> requests = new HashMap<>();
        for (List<String> session : sessions(policy, false)) {
            assertThat(session.stream().distinct()).as(policy).hasSizeGreaterThan(1);
            session.forEach(instance -> requests.merge(instance, 1, Integer::sum));
        }
        return requests;
    }

    private static List<List<String>> sessions(String policy, boolean ownAddress) throws Exception {
        List<List<String>> sessions = new ArrayList<>();
        try (Lab lab = Lab.start(LabSpec.parse("lab:" + policy));
                Visitor shared = Visitor.local()) {
            for (int i = 1; i <= SESSIONS; i++) {
                try (Visitor own = Visitor.from("127.0." + i + ".1")) {
                    sessions.add(new JarVisitor(ownAddress ? own : shared).instances(lab.url(), REQUESTS));
                }
            }
        }
        return sessions;
    }
}
