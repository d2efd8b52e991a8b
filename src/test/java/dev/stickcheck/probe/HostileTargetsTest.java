package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.HostileServer;
import dev.stickcheck.fixture.Hostility;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Ending.Kind;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever a target does, the run ends, every request is accounted for, and its failure has the right name.
@Timeout(60)
class HostileTargetsTest {
    private static final int LONG = 20_000;

    @ParameterizedTest
    @CsvSource({
        "SILENT,ANSWER_TIMEOUT,300",
        "DRIP,ANSWER_TIMEOUT,300",
        "CHUNKED_FOREVER,BODY_TIMEOUT,400",
        "NOT_HTTP,PROTOCOL,20000",
        "ENDLESS_HEADERS,PROTOCOL,20000",
        "CLOSE_MID_BODY,CONNECTION_CLOSED,20000",
        "CLOSE_AT_ONCE,CONNECTION_CLOSED,20000",
        "REDIRECT_CIRCLE,REDIRECT_LOOP,20000",
        "CONTROL_COOKIE,PROTOCOL,20000",
        "ESCAPE_ID,PROTOCOL,20000",
    })
    void namesWhatGoesWrong(Hostility hostility, ErrorKind kind, long timeoutMillis) {
        try (HostileServer server = HostileServer.start(hostility)) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(server.url().resolve("/")).sessions(2, 2).timeoutMillis(timeoutMillis));

            assertThat(run.ending().kind()).isEqualTo(Kind.COMPLETED);
            assertThat(run.errors()).hasSize(4).containsOnly(kind);
            assertThat(run.observations())
                    .extracting(Observation::outcome)
                    .allSatisfy(outcome -> assertThat(((Outcome.NoAnswer) outcome).detail())
                            .isNotBlank()
                            .hasSizeLessThan(300)
                            .doesNotContainPattern("\\p{Cntrl}"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Hostility.class,
            names = {"HUGE_BODY", "GZIP_BOMB", "HUGE_HEADER", "FIFTY_COOKIES", "MALFORMED_COOKIES"})
    void identifiesTheInstanceOfAnAnswerThatIsTooMuch(Hostility hostility) {
        try (HostileServer server = HostileServer.start(hostility)) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(server.url().resolve("/")).sessions(2, 2).timeoutMillis(LONG));

            assertThat(run.errors()).isEmpty();
            assertThat(run.instances()).hasSize(4).containsOnly("instance-1");
        }
    }

    @Test
    void keepsFiftyCookiesAndTheOneGoodOneAmongMalformedOnes() {
        try (HostileServer many = HostileServer.start(Hostility.FIFTY_COOKIES);
                HostileServer odd = HostileServer.start(Hostility.MALFORMED_COOKIES)) {
            ProbeRun fifty = ProbeRun.of(PlanBuilder.of(many.url().resolve("/")).sessions(1, 2));
            ProbeRun malformed =
                    ProbeRun.of(PlanBuilder.of(odd.url().resolve("/")).sessions(1, 3));

            assertThat(fifty.observations().getLast().cookies().sent()).hasSize(50);
            assertThat(malformed.errors()).isEmpty();
            assertThat(malformed.observations().getLast().cookies().sent()).contains("good");
            assertThat(malformed.observations().getLast().cookies().refused()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Hostility.class,
            names = {"NO_ID", "UNKNOWN_ID"})
    void takesNoInstanceFromAnAnswerThatNamesNone(Hostility hostility) {
        try (HostileServer server = HostileServer.start(hostility)) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url().resolve("/")).sessions(2, 2));

            assertThat(run.observations())
                    .hasSize(4)
                    .extracting(Observation::outcome)
                    .containsOnly(new Outcome.Unidentified(200));
        }
    }

    @Test
    void tellsAnswersWithAnIdFromThoseWithout() {
        try (HostileServer server = HostileServer.start(Hostility.ID_SOMETIMES)) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(server.url().resolve("/")).sessions(1, 4).concurrency(1));

            assertThat(run.instances()).containsExactly("instance-1", "null", "instance-1", "null");
        }
    }

    @Test
    void keepsAnIdOfAHundredThousandCharactersShort() {
        try (HostileServer server = HostileServer.start(Hostility.LONG_ID)) {
            ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url().resolve("/")).sessions(1, 2));

            assertThat(run.instances()).hasSize(2).allMatch(id -> id.length() <= 128);
        }
    }

    @Test
    void takesAnIdWithMarkupForWhatItIs() {
        try (HostileServer server = HostileServer.start(Hostility.CONTROL_ID)) {
            ProbeRun header = ProbeRun.of(PlanBuilder.of(server.url().resolve("/")));
            ProbeRun json = ProbeRun.of(
                    PlanBuilder.of(server.url().resolve("/")).instanceFrom(new InstanceSource.Json("/instance")));

            assertThat(header.single().instance()).startsWith("<script>");
            assertThat(json.single().instance()).startsWith("<script>").contains("\u001b");
        }
    }

    @Test
    void countsStatus500AsAnErrorOfItsInstance() {
        try (HostileServer server = HostileServer.start(Hostility.STATUS_500)) {
            ProbeRun run = ProbeRun.of(
                    PlanBuilder.of(server.url().resolve("/")).sessions(1, 3).concurrency(1));

            assertThat(run.errors()).hasSize(3).containsOnly(ErrorKind.SERVER_STATUS);
            assertThat(run.instances()).containsExactly("instance-1", "instance-2", "instance-3");
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void takesNoMoreOfAGibibyteThanItsBound(boolean lookedAt) {
        byte[] piece = new byte[1 << 16];
        try (WatchedServer server = new WatchedServer(guest -> {
            guest.socket.setSendBufferSize(1 << 16);
            guest.head();
            guest.send("HTTP/1.1 200 Fine\r\nX-Instance-ID: a\r\nContent-Length: " + (1L << 30) + "\r\n\r\nid=b;");
            while (guest.socket.isConnected()) {
                guest.send(piece);
            }
        })) {
            PlanBuilder plan = PlanBuilder.of(server.url()).sessions(1, 2).timeoutMillis(LONG);
            ProbeRun run = ProbeRun.of(
                    lookedAt ? plan.instanceFrom(new InstanceSource.Body(Pattern.compile("id=(\\w);"))) : plan);

            assertThat(run.instances()).hasSize(2).containsOnly(lookedAt ? "b" : "a");
            Await.until("the rest is not taken", () -> server.openConnections() == 0);
            // A megabyte each, and what the machine's own buffers hold.
            assertThat(server.bytesSent.get()).isLessThan(64L << 20);
        }
    }

    @ParameterizedTest
    @CsvSource({"SILENT,300", "HUGE_BODY,20000", "CLOSE_AT_ONCE,20000"})
    void endsWithEveryConnectionPolicy(Hostility hostility, long timeoutMillis) {
        for (ConnectionPolicy policy : ConnectionPolicy.values()) {
            try (HostileServer server = HostileServer.start(hostility)) {
                ProbeRun run = ProbeRun.of(PlanBuilder.of(server.url().resolve("/"))
                        .sessions(3, 2)
                        .timeoutMillis(timeoutMillis)
                        .connections(policy));

                assertThat(run.observations()).as("%s", policy).hasSize(6);
            }
        }
    }
}
