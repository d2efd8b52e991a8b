package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.Hostility;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole command against servers that mean no good: one line or a verdict, the right exit code, nothing raw.
class HostileTargetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SILENT | no answer within 300 ms",
                "NOT_HTTP | protocol",
                "ENDLESS_HEADERS | no request to 127.0.0.1:",
                "DRIP | no request to 127.0.0.1:",
                "CLOSE_MID_BODY | connection closed",
                "CLOSE_AT_ONCE | connection closed",
                "REDIRECT_CIRCLE | redirected 20 times",
                "CHUNKED_FOREVER | ",
                "ESCAPE_ID | protocol",
                "NO_ID | not one told its instance",
                "UNKNOWN_ID | not one told its instance",
                "NEW_ID_EACH_ANSWER | the id names the request, not the instance",
            })
    void measuresNothingAndSaysWhyInOneLine(Hostility hostility, String words) {
        try (HostileServer server = HostileServer.start(hostility)) {
            Command command = probe(server);

            if (hostility == Hostility.CHUNKED_FOREVER) {
                assertThat(command.code()).as(command.toString()).isIn(3, 4);
                return;
            }
            assertThat(command.code()).as(command.toString()).isEqualTo(4);
            assertThat(command.err()).hasLineCount(1).startsWith("stickcheck: nothing could be measured: ");
            assertThat(command.err()).contains(words);
            assertThat(command.json().violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://no-such-host.invalid/, no request to no-such-host.invalid was answered (unresolved host): is the address right",
        "http://127.0.0.1:1/, no request to 127.0.0.1:1 was answered (connection refused): is the address right",
        "ws://127.0.0.1:1/, no request to 127.0.0.1:1 was answered (connection refused)"
    })
    void namesTheAddressThatDoesNotAnswer(String target, String words) {
        Command command = Command.run("probe", target);

        assertThat(command.code()).isEqualTo(4);
        assertThat(command.err()).hasLineCount(1).contains("nothing could be measured: " + words);
    }

    @ParameterizedTest
    @EnumSource(
            value = Hostility.class,
            names = {
                "HUGE_HEADER",
                "FIFTY_COOKIES",
                "MALFORMED_COOKIES",
                "CONTROL_ID",
                "LONG_ID",
                "HUGE_BODY",
                "GZIP_BOMB"
            })
    void measuresWhatCanBeMeasuredAndKeepsItInert(Hostility hostility) {
        try (HostileServer server = HostileServer.start(hostility)) {
            Command command = probe(server, "--sessions", "5", "--requests-per-session", "3", "--expect", "any");

            assertThat(command.code()).as(command.toString()).isIn(0, 4);
            assertThat(command.json().number("/requests")).isEqualTo(15);
            assertThat(command.json().violations()).isEmpty();
            assertThat(command.err().chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                    .isEmpty();
        }
    }

    @Test
    void countsAnswersWithoutAnIdAsNeitherKeptNorMoved() {
        try (HostileServer server = HostileServer.start(Hostility.ID_SOMETIMES)) {
            Command command = probe(server, "--sessions", "5", "--expect", "any");

            assertThat(command.json().number("/unidentified")).isBetween(10.0, 40.0);
            assertThat(command.json().number("/stickiness/switches")).isZero();
        }
    }

    @Test
    void failsOnErrorsThoughInstancesAnswer() {
        try (HostileServer server = HostileServer.start(Hostility.STATUS_500)) {
            Command command = probe(server, "--expect", "any", "--sessions", "5");

            assertThat(command.code()).as(command.toString()).isEqualTo(1);
            assertThat(command.json().check("errors")).isEqualTo("fail");
            assertThat(command.json().number("/errorKinds/http-5xx")).isEqualTo(50);
        }
    }

    @Test
    void tellsAboutAPortWhereNothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Command command = Command.probe("http://127.0.0.1:" + port);

        assertThat(command.code()).isEqualTo(4);
        assertThat(command.err()).hasLineCount(1).contains("connection refused");
    }

    @Test
    void tellsAboutAHostThatHasNoAddress() {
        Command command = Command.probe("http://no-such-host.invalid/");

        assertThat(command.code()).isEqualTo(4);
        assertThat(command.err()).hasLineCount(1).contains("unresolved host");
    }

    private static Command probe(HostileServer server, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--timeout";
        args[1] = "300ms";
        System.arraycopy(more, 0, args, 2, more.length);
        return Command.probe(server.url().toString(), args);
    }
}
