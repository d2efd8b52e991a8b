package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real load balancers as labs: 60 sessions of 10 requests stick or spread as the policy says.
class RealPoliciesTest {
    private static final int SESSIONS = 60;
    private static final int REQUESTS = 10;

    @ParameterizedTest
    @CsvSource({"nginx/cookie, 20", "haproxy/cookie, 20", "apache/cookie, 0", "caddy/cookie, 0"})
    void cookiesKeepSessionsOnTheirInstances(String policy, long each) throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:" + policy));
                Visitor visitor = Visitor.local()) {
            List<String> homes = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                var first = visitor.get(lab.url(), "");
                homes.add(Visitor.instance(first));
                assertThat(visits(lab, visitor, Visitor.cookie(first), REQUESTS - 1))
                        .as("session %d of %s", session, policy)
                        .containsOnly(Visitor.instance(first));
            }
            assertThat(counts(homes).keySet()).hasSize(3);
            if (each > 0) {
                assertThat(counts(homes).values()).containsOnly(each);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx/ip-hash", "haproxy/source"})
    void addressesKeepSessionsOnTheirInstances(String policy) throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:" + policy))) {
            Set<String> homes = new HashSet<>();
            for (int session = 1; session <= SESSIONS; session++) {
                try (Visitor visitor = Visitor.from("127.0." + session + ".1")) {
                    List<String> seen = visits(lab, visitor, "", REQUESTS);
                    assertThat(seen).as("session %d of %s", session, policy).containsOnly(seen.getFirst());
                    homes.add(seen.getFirst());
                }
            }
            assertThat(homes).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx/round-robin", "haproxy/round-robin"})
    void turnsSpreadEverySession(String policy) throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:" + policy));
                Visitor visitor = Visitor.local()) {
            List<String> all = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                var first = visitor.get(lab.url(), "");
                List<String> rest = visits(lab, visitor, Visitor.cookie(first), REQUESTS - 1);
                assertThat(counts(rest)).hasSize(3);
                all.add(Visitor.instance(first));
                all.addAll(rest);
            }
            assertThat(counts(all)).isEqualTo(Map.of("instance-1", 200L, "instance-2", 200L, "instance-3", 200L));
        }
    }

    /// Ten draws on one instance happen in one session of 19,683; a share five deviations off in one of a million runs.
    @Test
    void drawsSpreadEverySession() throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:caddy/random"));
                Visitor visitor = Visitor.local()) {
            List<String> all = visits(lab, visitor, "", SESSIONS * REQUESTS);
            int stuck = 0;
            for (int session = 0; session < SESSIONS; session++) {
                stuck += Set.copyOf(all.subList(session * REQUESTS, (session + 1) * REQUESTS))
                                        .size()
                                == 1
                        ? 1
                        : 0;
            }
            assertThat(stuck).isLessThan(2);
            assertThat(counts(all)).hasSize(3);
            assertThat(counts(all).values())
                    .allMatch(count -> Played.deviations(count, SESSIONS * REQUESTS, 1 / 3.0) < 5);
        }
    }

    @ParameterizedTest
    @CsvSource({"nginx/round-robin, 1", "nginx/cookie, 1", "haproxy/round-robin, 1", "haproxy/cookie, 1"})
    void weightsAreHonoured(String policy) throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:" + policy + "?weights=7,2,1"));
                Visitor visitor = Visitor.local()) {
            assertThat(counts(visits(lab, visitor, "", 100)))
                    .isEqualTo(Map.of("instance-1", 70L, "instance-2", 20L, "instance-3", 10L));
        }
    }

    @Test
    void apacheWeighsByItsLoadFactor() throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:apache/cookie?weights=7,2,1"));
                Visitor visitor = Visitor.local()) {
            assertThat(counts(visits(lab, visitor, "", 100)))
                    .isEqualTo(Map.of("instance-1", 70L, "instance-2", 20L, "instance-3", 10L));
        }
    }

    @ParameterizedTest
    @EnumSource(RealPolicy.class)
    void standBeforeAsManyInstancesAsAreAskedFor(RealPolicy policy) {
        for (int instances : new int[] {1, 5}) {
            try (Lab lab = Lab.start(LabSpec.parse("lab:" + policy + "?instances=" + instances))) {
                assertThat(lab.instances().shares()).hasSize(instances);
            }
        }
    }

    @Test
    void caddysCookieIsMadeFromTheSeed() throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:caddy/cookie?instances=1&seed=5"));
                Visitor visitor = Visitor.local()) {
            assertThat(Visitor.cookie(visitor.get(lab.url(), ""))).matches("lb=[0-9a-f]{64}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx/cookie?misroute=0.1 | nginx/cookie cannot honour misroute, which is for the lab's embedded",
                "caddy/cookie?weights=2,1 | caddy/cookie cannot honour weights: caddy knows none",
                "caddy/random?seed=3 | caddy/random cannot honour seed",
                "apache/cookie?weights=101,1 | apache/cookie takes weights from 1 to 100, got 101",
                "haproxy/source?weights=257,1 | haproxy/source takes weights from 1 to 256, got 257",
                "nginx/coookie | did you mean nginx/cookie?"
            })
    void whatAProgramCannotHonourIsRefused(String target, String line) {
        LabProblem problem = catchThrowableOfType(LabProblem.class, () -> LabSpec.parse("lab:" + target));

        assertThat(problem).hasMessageContaining(line).message().doesNotContain("\n");
        assertThat(problem.usage()).isTrue();
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
}
