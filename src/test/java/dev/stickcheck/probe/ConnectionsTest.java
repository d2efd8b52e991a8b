package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.InstanceServer;
import dev.stickcheck.fixture.RawAnswer;
import dev.stickcheck.fixture.RawRequest;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which connections requests travel on, as the transport labels them and as the server counts them.
@Timeout(60)
class ConnectionsTest {
    private static final String OK = "HTTP/1.1 200 Fine\r\nX-Instance-ID: a\r\nContent-Length: 0\r\n\r\n";

    @Test
    void sharesPooledConnectionsAmongSessions() {
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun run =
                    ProbeRun.of(PlanBuilder.of(server.url()).sessions(8, 4).concurrency(1));

            assertThat(run.connections()).hasSize(32);
            assertThat(new HashSet<>(run.connections())).hasSize(1).doesNotContain("null");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void labelsAsManyPooledConnectionsAsTheServerSees() {
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun run =
                    ProbeRun.of(PlanBuilder.of(server.url()).sessions(20, 5).concurrency(5));

            assertThat(run.errors()).isEmpty();
            assertThat(new HashSet<>(run.connections()))
                    .hasSize(server.connections())
                    .hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void opensNoMoreConnectionsWhenItIsBusyThanRequestsAreUnderWay() {
        int concurrency = 64;
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun run =
                    ProbeRun.of(PlanBuilder.of(server.url()).sessions(200, 5).concurrency(concurrency));

            assertThat(run.errors()).isEmpty();
            assertThat(new HashSet<>(run.connections())).hasSize(server.connections());
            // Two pools that are filled evenly: one of them may hold one more than its half.
            assertThat(server.connections()).isLessThanOrEqualTo(concurrency + 1);
        }
    }

    @Test
    void tiesNoSessionToOneOfThePoolsOfABusyRun() {
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun run =
                    ProbeRun.of(PlanBuilder.of(server.url()).sessions(200, 20).concurrency(64));

            assertThat(run.bySession().values())
                    .anySatisfy(own -> assertThat(own.stream()
                                    .map(Observation::connection)
                                    .map(label -> String.valueOf(label).substring(0, 1))
                                    .distinct())
                            .hasSize(2));
        }
    }

    @Test
    void givesEachSessionOneConnectionOfItsOwn() {
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url())
                    .sessions(6, 5)
                    .concurrency(3)
                    .connections(ConnectionPolicy.PER_SESSION));

            assertThat(run.bySession().values())
                    .hasSize(6)
                    .allSatisfy(own -> assertThat(
                                    own.stream().map(Observation::connection).distinct())
                            .hasSize(1));
            assertThat(new HashSet<>(run.connections())).hasSize(6).doesNotContain("null");
            assertThat(server.connections()).isEqualTo(6);
        }
    }

    @Test
    void closesASessionsConnectionsWhenItIsOver() {
        try (WatchedServer server = WatchedServer.saying(OK);
                Transport transport = Transports.of(PlanBuilder.of(server.url())
                        .connections(ConnectionPolicy.PER_SESSION)
                        .plan())) {
            ProbeRun.of(
                    PlanBuilder.of(server.url())
                            .sessions(4, 2)
                            .connections(ConnectionPolicy.PER_SESSION)
                            .plan(),
                    transport);

            Await.until("every connection is closed before the transport is", () -> server.openConnections() == 0);
        }
    }

    @Test
    void opensAFreshConnectionForEachRequest() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (HostileServer server = HostileServer.answering(request -> {
            asked.add(request.header("Connection").orElse("-"));
            return RawAnswer.ok("X-Instance-ID: a");
        })) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url().resolve("/"))
                    .sessions(5, 4)
                    .concurrency(3)
                    .connections(ConnectionPolicy.FRESH));

            assertThat(run.connections()).hasSize(20).doesNotHaveDuplicates().doesNotContain("null");
            assertThat(server.connections()).isEqualTo(20);
            assertThat(asked).hasSize(20).containsOnly("close");
        }
    }

    @Test
    void sendsFromTheSourceAddressesInTurn() {
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(server.url()).sessions(4, 2).concurrency(1).from("127.0.0.2", "127.0.0.3"));

            assertThat(run.observations())
                    .extracting(Observation::sourceAddress)
                    .containsExactly(
                            "127.0.0.2",
                            "127.0.0.2",
                            "127.0.0.3",
                            "127.0.0.3",
                            "127.0.0.2",
                            "127.0.0.2",
                            "127.0.0.3",
                            "127.0.0.3");
            assertThat(server.addresses).as("one pool an address").containsExactly("127.0.0.2", "127.0.0.3");
        }
    }

    @Test
    void sendsFromASourceAddressOnConnectionsOfEachSession() {
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun.of(PlanBuilder.of(server.url())
                    .sessions(3, 2)
                    .concurrency(1)
                    .connections(ConnectionPolicy.PER_SESSION)
                    .from("127.0.0.9", "127.0.0.8"));

            assertThat(server.addresses).containsExactly("127.0.0.9", "127.0.0.8", "127.0.0.9");
        }
    }

    @Test
    void failsEachRequestFromAnAddressThatCannotReachTheTarget() {
        try (WatchedServer server = WatchedServer.saying(OK)) {
            ProbeRun run =
                    ProbeRun.of(PlanBuilder.of(server.url()).sessions(1, 2).from("::1"));

            assertThat(run.errors()).hasSize(2).containsOnly(ErrorKind.CONNECTION_FAILED);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void findsAHostWhereItIsToldTo() {
        List<RawRequest> asked = new CopyOnWriteArrayList<>();
        try (HostileServer server = HostileServer.answering(request -> {
            asked.add(request);
            return RawAnswer.ok("X-Instance-ID: a");
        })) {
            String host = "Given.Connections.Test";
            ProbeRun run = ProbeRun.of(PlanBuilder.of("http://" + host + ":" + server.port() + "/x")
                    .resolve("given.connections.test", "127.0.0.1"));

            assertThat(run.single().instance()).isEqualTo("a");
            assertThat(asked.getFirst().header("Host")).contains(host + ":" + server.port());
        }
    }

    @Test
    void asksAProxyForTheWholeUrl() {
        List<RawRequest> asked = new CopyOnWriteArrayList<>();
        try (HostileServer proxy = HostileServer.answering(request -> {
            asked.add(request);
            return RawAnswer.ok("X-Instance-ID: behind-proxy", "Set-Cookie: pin=1");
        })) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of("http://target.test/api?x=1").sessions(1, 2).proxy(proxy.port()));

            assertThat(run.instances()).containsExactly("behind-proxy", "behind-proxy");
            assertThat(asked).extracting(RawRequest::target).containsOnly("http://target.test/api?x=1");
            assertThat(asked.getLast().header("Cookie")).contains("pin=1");
            assertThat(new HashSet<>(run.connections())).hasSize(1);
        }
    }

    @Test
    void carriesMethodBodyAndHeadersAsGiven() {
        List<RawRequest> asked = new CopyOnWriteArrayList<>();
        try (HostileServer server = HostileServer.answering(request -> {
            asked.add(request);
            return RawAnswer.ok("X-Instance-ID: a");
        })) {
            ProbeRun.of(PlanBuilder.of(server.url().resolve("/order?id=7"))
                    .send("PUT", "caf\u00e9")
                    .header("Host", "shop.test")
                    .header("X-Twice", "1")
                    .header("X-Twice", "2"));

            RawRequest request = asked.getFirst();
            assertThat(request.method() + " " + request.target()).isEqualTo("PUT /order?id=7");
            assertThat(request.body()).isEqualTo("caf\u00c3\u00a9");
            assertThat(request.header("Host")).contains("shop.test");
            assertThat(request.headers())
                    .filteredOn(header -> header.name().equalsIgnoreCase("X-Twice"))
                    .extracting(RawRequest.Header::value)
                    .containsExactly("1", "2");
        }
    }

    @Test
    void keepsARealSessionsCookie() {
        try (InstanceServer server = InstanceServer.start("instance-1")) {
            server.appCookie("app=1; Path=/; HttpOnly");
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url().resolve("/")).sessions(3, 3));

            assertThat(run.observations()).allSatisfy(o -> {
                assertThat(o.instance()).isEqualTo("instance-1");
                assertThat(o.cookies().set()).isEqualTo(o.isAssignment() ? List.of("app") : List.of());
                assertThat(o.cookies().sent()).isEqualTo(o.isAssignment() ? List.of() : List.of("app"));
            });
        }
    }
}
