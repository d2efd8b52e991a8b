package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real load balancers that are killed, drained, restored and stopped.
class ProgramFrontTest {
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(Played.LOOPBACK, 0);
    private static final Table TABLE = Table.ofWeights(List.of(1, 1, 1));

    @ParameterizedTest
    @EnumSource(names = {"NGINX_COOKIE", "HAPROXY_COOKIE", "APACHE_COOKIE"})
    void aDrainingInstanceKeepsItsSessionsAndTakesNoNewOnes(RealPolicy policy) throws Exception {
        try (Instances instances = Instances.three();
                ProgramFront front = front(policy);
                Visitor visitor = Visitor.local()) {
            URI url = url(front.start(instances.addresses(), ANYWHERE));
            String pinned = cookieOf("instance-2", url, visitor);

            front.changed(TABLE.with(1, Peer.Health.DRAINING));
            Visitor.await("no new session comes to instance-2", () -> !reached("instance-2", url, visitor, 20));
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> answer = visitor.get(url, pinned);
                assertThat(Visitor.instance(answer)).isEqualTo("instance-2");
                assertThat(Visitor.cookie(answer)).isEmpty();
            }

            front.changed(TABLE);
            Visitor.await("new sessions come to instance-2 again", () -> reached("instance-2", url, visitor, 20));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_ROUND_ROBIN", "NGINX_IP_HASH", "HAPROXY_ROUND_ROBIN", "HAPROXY_SOURCE", "CADDY_RANDOM"})
    void aDrainingInstanceIsLeftAloneWhereNothingPins(RealPolicy policy) throws Exception {
        try (Instances instances = Instances.three();
                ProgramFront front = front(policy);
                Visitor visitor = Visitor.local()) {
            URI url = url(front.start(instances.addresses(), ANYWHERE));
            String first = Visitor.instance(visitor.get(url, ""));
            int index = first.charAt(first.length() - 1) - '1';

            front.changed(TABLE.with(index, Peer.Health.DRAINING));
            Visitor.await(first + " is left alone", () -> !reached(first, url, visitor, 20));

            front.changed(TABLE);
            Visitor.await(first + " is asked again", () -> reached(first, url, visitor, 20));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_COOKIE", "HAPROXY_COOKIE", "APACHE_COOKIE", "CADDY_COOKIE"})
    void aKilledInstancesSessionsMoveOnce(RealPolicy policy) throws Exception {
        try (Instances instances = Instances.three();
                ProgramFront front = front(policy);
                Visitor visitor = Visitor.local()) {
            URI url = url(front.start(instances.addresses(), ANYWHERE));
            String pinned = cookieOf("instance-2", url, visitor);
            String other = cookieOf("instance-3", url, visitor);

            instances.kill(1);
            front.changed(TABLE.with(1, Peer.Health.DOWN));
            HttpResponse<String> moved = visitor.get(url, pinned);

            assertThat(moved.statusCode()).isEqualTo(200);
            assertThat(Visitor.instance(moved)).isIn("instance-1", "instance-3");
            for (int i = 0; i < 5; i++) {
                assertThat(Visitor.instance(visitor.get(url, Visitor.cookie(moved))))
                        .isEqualTo(Visitor.instance(moved));
                assertThat(Visitor.instance(visitor.get(url, other))).isEqualTo("instance-3");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_COOKIE", "HAPROXY_COOKIE"})
    void nobodyIsPinnedToAnInstanceThatDidNotAnswer(RealPolicy policy) throws Exception {
        try (Instances instances = Instances.three();
                ProgramFront front = front(policy);
                Visitor visitor = Visitor.local()) {
            URI url = url(front.start(instances.addresses(), ANYWHERE));
            String pinned = cookieOf("instance-1", url, visitor);
            for (int instance = 0; instance < 3; instance++) {
                instances.kill(instance);
            }
            for (String cookie : List.of("", pinned, "")) {
                HttpResponse<String> answer = visitor.get(url, cookie);
                assertThat(answer.statusCode()).isBetween(500, 599);
                assertThat(Visitor.cookie(answer)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NGINX_ROUND_ROBIN", "HAPROXY_SOURCE", "APACHE_COOKIE", "CADDY_RANDOM"})
    void leavesNoProcessAndNoFileBehind(RealPolicy policy) throws Exception {
        try (Instances instances = Instances.three();
                ProgramFront front = front(policy)) {
            int port = front.start(instances.addresses(), ANYWHERE);
            Path folder = front.site().folder().path();
            ProcessHandle program = front.program().handle();
            List<ProcessHandle> processes =
                    Stream.concat(Stream.of(program), program.descendants()).toList();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");

            front.close();
            front.close();

            assertThat(folder).doesNotExist();
            assertThat(program.isAlive()).isFalse();
            Visitor.await("its children have ended", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
            try (ServerSocket again = new ServerSocket()) {
                again.bind(new InetSocketAddress(Played.LOOPBACK, port));
                assertThat(again.isBound()).isTrue();
            }
        }
    }

    @Test
    void saysWhatToInstall() {
        try (ProgramFront front =
                new ProgramFront(new Caddy(Caddy.Choice.RANDOM), TABLE, 1, name -> Optional.empty())) {
            LabProblem problem = catchThrowableOfType(LabProblem.class, () -> front.start(List.of(ANYWHERE), ANYWHERE));

            assertThat(problem)
                    .hasMessage(
                            "caddy is not installed: run scripts/install-load-balancers, or install Debian's package"
                                    + " caddy");
            assertThat(problem.usage()).isFalse();
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, Played.LOOPBACK);
                ProgramFront front = front(RealPolicy.NGINX_ROUND_ROBIN)) {
            InetSocketAddress at = new InetSocketAddress(Played.LOOPBACK, taken.getLocalPort());
            LabProblem problem = catchThrowableOfType(LabProblem.class, () -> front.start(List.of(ANYWHERE), at));

            assertThat(problem.usage()).isFalse();
            assertThat(problem)
                    .hasMessageStartingWith("the lab cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": ");
        }
    }

    /// What the program says is repeated; here the program is one that does not understand its arguments.
    @Test
    void repeatsWhatAProgramSaidThatWillNotStart() {
        try (ProgramFront front =
                new ProgramFront(new Haproxy(Haproxy.Choice.SOURCE), TABLE, 1, name -> Programs.find("nginx"))) {
            LabProblem problem = catchThrowableOfType(
                    LabProblem.class, () -> front.start(List.of(ANYWHERE, ANYWHERE, ANYWHERE), ANYWHERE));

            assertThat(problem.usage()).isFalse();
            assertThat(problem)
                    .hasMessageStartingWith("haproxy did not start; it says: ")
                    .hasMessageContaining("invalid option")
                    .message()
                    .doesNotContain("\n");
            assertThat(front.site()).isNull();
        }
    }

    private static ProgramFront front(RealPolicy policy) {
        return new ProgramFront(policy.product(), TABLE, 42);
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port + "/api/health");
    }

    private static String cookieOf(String instance, URI url, Visitor visitor) throws Exception {
        for (int i = 0; i < 200; i++) {
            HttpResponse<String> answer = visitor.get(url, "");
            if (Visitor.instance(answer).equals(instance)) {
                return Visitor.cookie(answer);
            }
        }
        throw new AssertionError(instance + " is never given to anybody");
    }

    /// Whether an instance answers one of so many clients that bring no cookie.
    private static boolean reached(String instance, URI url, Visitor visitor, int clients) {
        try {
            for (int i = 0; i < clients; i++) {
                if (Visitor.instance(visitor.get(url, "")).equals(instance)) {
                    return true;
                }
            }
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
