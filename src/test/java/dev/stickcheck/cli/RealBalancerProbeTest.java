package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.Apache;
import dev.stickcheck.fixture.Caddy;
import dev.stickcheck.fixture.Haproxy;
import dev.stickcheck.fixture.InstanceServer;
import dev.stickcheck.fixture.Nginx;
import dev.stickcheck.fixture.RealBalancer;
import dev.stickcheck.fixture.TestAuthority;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The whole command against real load balancers: each gets the verdict that its policy deserves.
class RealBalancerProbeTest {
    private static final String[] STICKY = {"--expect", "sticky"};
    private static final String[] SPREAD = {"--expect", "spread"};

    @Test
    void nginxRoundRobinSpreadsAndDoesNotStick() {
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.RoundRobin())) {
            expect(nginx, 1, STICKY);
            expect(nginx, 0, SPREAD);
        }
    }

    @Test
    void nginxWithAnInsertedCookieSticks() {
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.InsertedCookie("SRV"))) {
            expect(nginx, 0, STICKY);
        }
    }

    @Test
    void nginxSpreadsByItsWeightsAndUnevenlyWithoutThem() {
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.Weighted(7, 2, 1))) {
            expect(nginx, 0, "--expect", "spread", "--instances", "instance-1=7,instance-2=2,instance-3=1");
            Command unweighted = expect(nginx, 1, "--expect", "spread", "--instances", "3");
            assertThat(unweighted.json().check("imbalance")).isEqualTo("fail");
        }
    }

    @Test
    void nginxHashOfAddressesSticksAndOneAddressSeesOneInstance() {
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.IpHash())) {
            Command one = expect(nginx, 3, STICKY);
            assertThat(one.json().text("/ending/kind")).isEqualTo("single-instance");

            String many = IntStream.rangeClosed(1, 250)
                    .mapToObj(i -> "127.0." + i + ".1")
                    .collect(Collectors.joining(","));
            Command all = probe(nginx, "--expect", "sticky", "--instances", "3", "--source-address", many);
            assertThat(all.json().check("stickiness-failures"))
                    .as(all.toString())
                    .isEqualTo("pass");
            assertThat(all.json().number("/distribution/effectiveUnits"))
                    .as("assignments of one address are one")
                    .isLessThan(all.json().number("/distribution/units"));
            assertThat(all.json().verdict()).isNotEqualTo("fail");
        }
    }

    @Test
    void nginxHashOfACookieLosesTheFirstRequest() {
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.HashOfCookie("USERID"))) {
            for (InstanceServer instance : nginx.cluster().instances()) {
                instance.appCookie("USERID=" + instance.id() + "-user; Path=/");
            }
            Command command = expect(nginx, 1, STICKY);
            assertThat(command.json().check("stickiness-failures")).isEqualTo("fail");
        }
    }

    @Test
    void haproxyWithAnInsertedCookieSticks() {
        try (RealBalancer haproxy = Haproxy.start(Haproxy.Policy.INSERTED_COOKIE)) {
            expect(haproxy, 0, STICKY);
        }
    }

    @Test
    void haproxyRoundRobinSpreadsAndDoesNotStick() {
        try (RealBalancer haproxy = Haproxy.start(Haproxy.Policy.ROUND_ROBIN)) {
            expect(haproxy, 1, STICKY);
            expect(haproxy, 0, SPREAD);
        }
    }

    @Test
    void haproxyBySourceShowsOneAddressOneInstance() {
        try (RealBalancer haproxy = Haproxy.start(Haproxy.Policy.SOURCE)) {
            expect(haproxy, 3, STICKY);
            expect(haproxy, 1, "--expect", "sticky", "--instances", "3");
        }
    }

    @Test
    void apacheWithAStickyRouteSticks() {
        try (RealBalancer apache = Apache.start(Apache.Policy.STICKY_ROUTE)) {
            expect(apache, 0, STICKY);
        }
    }

    @Test
    void apacheByRequestsSpreadsAndDoesNotStick() {
        try (RealBalancer apache = Apache.start(Apache.Policy.BY_REQUESTS)) {
            expect(apache, 1, STICKY);
            expect(apache, 0, SPREAD);
        }
    }

    @Test
    void caddyWithACookieSticks() {
        try (RealBalancer caddy = Caddy.start(Caddy.Policy.COOKIE)) {
            expect(caddy, 0, STICKY);
        }
    }

    @Test
    void caddyAtRandomSpreadsAndDoesNotStick() {
        try (RealBalancer caddy = Caddy.start(Caddy.Policy.RANDOM)) {
            expect(caddy, 1, STICKY);
            assertThat(probe(caddy, SPREAD).code()).isIn(0, 3);
        }
    }

    @Test
    void aKilledInstanceIsAFailoverAndNoStickinessFailure() {
        try (RealBalancer haproxy = Haproxy.start(Haproxy.Policy.INSERTED_COOKIE);
                Victim victim = Victim.closeAfter(haproxy.cluster().instance(2), 205)) {
            Command command = Command.run(
                    "probe",
                    haproxy.url().toString(),
                    "--json",
                    "--expect",
                    "any",
                    "--complete",
                    "--rate",
                    "500",
                    "--timeout",
                    "2s",
                    "--sessions",
                    "150",
                    "--requests-per-session",
                    "10");

            assertThat(victim.isClosed()).isTrue();
            Json result = command.json();
            assertThat(result.number("/stickiness/moves/failover") + result.number("/stickiness/moves/replacement"))
                    .as(command.toString())
                    .isPositive();
            assertThat(result.number("/stickiness/sessionsFailed")).isZero();
        }
    }

    @Test
    void http2OverTlsWithAnAuthorityOfOnesOwnSticks() {
        try (TestAuthority authority = TestAuthority.create();
                RealBalancer nginx = Nginx.startTls(new Nginx.Policy.InsertedCookie("SRV"), authority.server())) {
            expect(nginx, 0, "--ca-file", authority.caFile().toString());
            Command untrusted = probe(nginx);
            assertThat(untrusted.code()).as(untrusted.toString()).isEqualTo(4);
            assertThat(untrusted.err()).contains("tls").hasLineCount(1);
        }
    }

    @Test
    void webSocketSessionsStickByTheCookieOfTheirHandshake() {
        try (RealBalancer nginx = Nginx.start(new Nginx.Policy.InsertedCookie("SRV"))) {
            String url = "ws://127.0.0.1:" + nginx.port() + "/ws";
            Command header = Command.probe(url, "--sessions", "60", "--requests-per-session", "3");
            assertThat(header.json().check("stickiness-failures"))
                    .as(header.toString())
                    .isEqualTo("pass");

            Command message = Command.probe(
                    url,
                    "--sessions",
                    "5",
                    "--requests-per-session",
                    "3",
                    "--instance-from",
                    "json:/instance",
                    "--expect",
                    "any");
            assertThat(message.json().number("/assignments"))
                    .as(message.toString())
                    .isEqualTo(5);
        }
    }

    private static Command expect(RealBalancer balancer, int code, String... options) {
        Command command = probe(balancer, options);
        assertThat(command.code()).as(command.toString()).isEqualTo(code);
        return command;
    }

    private static Command probe(RealBalancer balancer, String... options) {
        return Command.probe(balancer.url().toString(), options);
    }
}
