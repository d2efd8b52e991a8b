package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.fixture.PostgreSql;
import dev.stickcheck.lab.Lab;
import dev.stickcheck.lab.LabSpec;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Labs whose conversations are in a PostgreSQL.
class LabDatabaseTest {
    private static PostgreSql postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = PostgreSql.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void countsTheQueriesThatTheServerLogs() throws Exception {
        try (Lab lab = Lab.start(LabSpec.parse("lab:round-robin?instances=2&database=" + url() + "&latency=0ms"));
                HttpClient client = HttpClient.newHttpClient()) {
            long before = postgres.executed("conversation");
            URI place = lab.url()
                    .resolve(post(client, lab.url().resolve("/api/conversations"), "")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow());
            long told = 1;
            for (int said = 1; said <= 8; said++) {
                HttpResponse<String> answer = post(client, URI.create(place + "/messages"), "{\"text\":\"hello\"}");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"messages\":" + 2 * said);
                told += Long.parseLong(
                        answer.headers().firstValue("X-DB-Queries").orElseThrow());
            }
            assertThat(postgres.executed("conversation") - before).isEqualTo(told);
            assertThat(postgres.ask("select count(*) from pg_namespace where nspname like 'stickcheck%'"))
                    .isEqualTo("1");
        }
        assertThat(postgres.ask("select count(*) from pg_namespace where nspname like 'stickcheck%'"))
                .as("nothing of the lab is left")
                .isEqualTo("0");
    }

    @Test
    void neverShowsWhatLetsItIn() {
        Command command = Command.probe("lab:cookie?database=" + url(), "--sessions", "5", "--expect", "any");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.json().text("/target")).isEqualTo("lab:cookie?database=" + postgres.url() + "?…");
        assertThat(command.toString()).doesNotContain("hunter2", PostgreSql.USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password=hunter3", "password=", ""})
    void saysInOneLineThatItIsNotLetIn(String password) {
        Command command = Command.probe(
                "lab:cookie?database=" + postgres.url() + "?user=" + PostgreSql.USER + "&" + password, "--quiet");

        assertThat(command.code()).as(command.toString()).isIn(2, 4);
        assertThat(command.err()).hasLineCount(1).doesNotContain("hunter3", PostgreSql.USER);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void saysInOneLineThatNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Command command = Command.probe(
                "lab:cookie?database=jdbc:postgresql://127.0.0.1:" + port + "/app?user=me&password=hunter2");

        assertThat(command.code()).as(command.toString()).isEqualTo(4);
        assertThat(command.err())
                .isEqualTo("stickcheck: the database jdbc:postgresql://127.0.0.1:" + port
                        + "/app does not answer: is it running, and is this its host and port?\n");
    }

    /// It accepts, and then says nothing.
    @Test
    void doesNotWaitForeverForAServerThatIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            Command command = Command.probe(
                    "lab:cookie?database=jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/app?user=me");

            assertThat(command.code()).as(command.toString()).isEqualTo(4);
            assertThat(command.err()).hasLineCount(1).contains("does not answer");
        }
    }

    @Test
    void saysInOneLineThatThereIsNoSuchDatabase() {
        Command command = Command.probe("lab:cookie?database=" + url().replace("/postgres?", "/nothing?"));

        assertThat(command.code()).as(command.toString()).isEqualTo(4);
        assertThat(command.err()).hasLineCount(1).contains("/nothing does not exist on that server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "database=jdbc:mysql://h/d?user=u&password=hunter2",
                "database=jdbc:postgresql://u:hunter2@h/d",
                "database=jdbc:postgresql://h:port/d?user=u&password=hunter2",
                "database=jdbc:postgresql://h/d?password=hunter2&misrout=0.1",
                "database=jdbc:postgresql://h/d?password=x&hunter2",
                "state=memory&database=jdbc:postgresql://h/d?password=hunter2",
                "state=hunter",
                "database-latency=hunter"
            })
    void refusesWhatMakesNoSenseWithoutRepeatingAPassword(String parameters) {
        Command command = Command.probe("lab:cookie?" + parameters);

        assertThat(command.code()).as(command.toString()).isEqualTo(2);
        assertThat(command.err()).hasLineCount(1).doesNotContain("hunter2");
    }

    private static String url() {
        return postgres.url() + "?user=" + PostgreSql.USER + "&password="
                + URLEncoder.encode(PostgreSql.PASSWORD, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(HttpClient client, URI url, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
