package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LabCommandTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void printsItsUrlFirstAndServesUntilItsTimeIsOver() {
        Command command = Command.run("lab", "cookie", "--duration", "1ms");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.out()).matches("http://127\\.0\\.0\\.1:\\d+\\R");
        assertThat(command.err())
                .contains("control ", "instance-1  http://127.0.0.1:", "instance-3  http://127.0.0.1:");
    }

    @Test
    void servesWhereItIsToldAndTellsEveryFault() throws Exception {
        try (RunningLab lab = RunningLab.start("cookie?weights=2,1", "--seed", "7", "--misroute", "0%")) {
            HttpResponse<String> answer = get(URI.create(lab.url()));
            assertThat(answer.headers().firstValue("X-Instance-ID")).contains("instance-1");

            assertThat(lab.order("instance-2/kill")).isEqualTo(200);
            lab.awaitErr("fault ");
            assertThat(lab.err()).containsPattern("fault +\\S+Z instance-2 kill \\(by hand\\)");
            assertThat(lab.err()).doesNotContain("instance-3");
        }
    }

    @Test
    void takesAPlanOfFaultsFromRepeatedOptions() {
        try (RunningLab lab = RunningLab.start(
                "lab:cookie",
                "--kill",
                "instance-1@1ms",
                "--kill",
                "instance-2@2ms",
                "--slow",
                "instance-3@3ms:10ms")) {
            lab.awaitErr("instance-3 slow (as planned, 10ms)");
            assertThat(lab.err()).contains("instance-1 kill (as planned)", "instance-2 kill (as planned)");
        }
    }

    @Test
    void saysThatItEmulates() {
        assertThat(Command.run("lab", "alb", "--duration", "1ms").err())
                .startsWith("lab:alb emulates an AWS Application Load Balancer; the product itself was not measured.");
        assertThat(Command.run("lab", "cookie", "--duration", "1ms").err()).doesNotContain("emulates");
    }

    @Test
    void tellsByWhichNameToAskWhenALoopbackAddressWouldHideTheDefect() {
        assertThat(Command.run("lab", "cookie", "--drop-cookie", "secure", "--duration", "1ms")
                        .err())
                .containsPattern("--resolve lab\\.stickcheck\\.test:\\d+:127\\.0\\.0\\.1");
    }

    @Test
    void listsEveryPolicyAndParameterInItsHelp() {
        String help = Command.run("lab", "--help").out();

        for (String policy : ("round-robin random least-connections ip-hash consistent-hash cookie alb cloudflare"
                        + " railway redirect connection")
                .split(" ")) {
            assertThat(help).containsPattern("(?m)^  " + policy + " +\\S");
        }
        for (String parameter : ("instances weights latency misroute lose-pin kill drain restore slow error reset heal"
                        + " cookie-ttl drop-cookie failover seed")
                .split(" ")) {
            assertThat(help).contains("--" + parameter + "=");
        }
        assertThat(help).contains("emulates an AWS", "emulates Cloudflare", "emulates Railway", "emulates nginx");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "lab | Missing required parameter: 'POLICY'",
                "lab coookie | there is no lab policy 'coookie': did you mean cookie?",
                "lab cookie?instnces=3 | did you mean instances?",
                "lab cookie --instnces 3 | did you mean --instances?",
                "lab cookie extra | 1 argument too many",
                "lab cookie --instances 3 --weights 7,2 | there are 3 instances and 2 weights",
                "lab cookie?weights=7,2 --instances 3 | there are 3 instances and 2 weights",
                "lab cookie?seed=1 --seed 2 | 'seed' is given twice",
                "lab cookie --port x | --port must be a number from 0 to 65535, got 'x'",
                "lab cookie --port 65536 | --port must be a number from 0 to 65535, got '65536'",
                "lab cookie --control-port -1 | --control-port must be a number",
                "lab cookie --bind example.test | --bind must be an address such as 127.0.0.1",
                "lab cookie --duration soon | --duration takes a duration such as 500ms",
                "lab cookie --duration 0s | --duration takes a duration of at least 1ms, got '0s'",
                "lab round-robin --cookie-ttl 5s | cookie-ttl makes no sense for round-robin, which has no cookie",
                "lab ip-hash --drop-cookie path | drop-cookie makes no sense for ip-hash, which has no cookie",
                "lab ip-hash --lose-pin 2% | lose-pin makes no sense for ip-hash",
                "lab random --misroute 2% | misroute makes no sense for random, which has no pin",
                "lab railway --weights 1,2 | weights makes no sense for railway",
                "lab redirect --weights 1,2 | weights makes no sense for redirect",
                "lab redirect --misroute 70% | misroute can be at most 66%",
                "lab cookie --failover sticky | failover makes no sense for cookie",
                "lab cloudflare --failover perhaps | failover takes one of none, temporary, sticky, got 'perhaps'",
                "lab cookie --drop-cookie all | drop-cookie takes one of secure, path, domain, samesite, expired",
                "lab cookie --kill instance-4@5s | kill: there is no instance 'instance-4'",
                "lab cookie --kill instance-1 | kill takes instance-1@5s",
                "lab cookie --kill instance-1@soon | kill takes a duration such as 500ms",
                "lab cookie --kill instance-1@5s, | kill takes instance-1@5s",
                "lab cookie --slow instance-1@5s | slow takes instance-1@5s:300ms",
                "lab cookie --slow instance-1@5s:x | slow takes a duration",
                "lab cookie --cookie-ttl 0s | cookie-ttl takes a duration of at least 1s",
                "lab cookie --cookie-ttl 1000h | cookie-ttl takes a duration of at most 604800s",
            })
    void tellsInOneLineWhatIsWrong(String line, String words) {
        Command command = Command.run(line.split(" "));

        assertThat(command.code()).as(command.toString()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
        assertThat(command.err()).hasLineCount(1).startsWith("stickcheck: ").contains(words);
    }

    @Test
    void endsWithFourWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            for (String option : new String[] {"--port", "--control-port"}) {
                Command command = Command.run("lab", "cookie", option, port);

                assertThat(command.code()).as(command.toString()).isEqualTo(4);
                assertThat(command.out()).isEmpty();
                assertThat(command.err()).hasLineCount(1).contains("cannot listen on 127.0.0.1:" + port);
            }
        }
    }

    @Test
    void endsWithFourWhenTheAddressIsNotOfThisMachine() {
        Command command = Command.run("lab", "cookie", "--bind", "192.0.2.1");

        assertThat(command.code()).as(command.toString()).isEqualTo(4);
        assertThat(command.err()).hasLineCount(1).contains("cannot listen on 192.0.2.1:0");
    }

    @Test
    void bindsWhereItIsToldAndKeepsControlOnLoopback() throws Exception {
        try (RunningLab lab = RunningLab.start("redirect", "--bind", "127.0.0.2")) {
            assertThat(lab.url()).startsWith("http://127.0.0.2:");
            assertThat(lab.control()).startsWith("http://127.0.0.1:");
            HttpResponse<String> answer = get(URI.create(lab.url()));
            assertThat(answer.statusCode()).isIn(200, 307);
            answer.headers()
                    .firstValue("Location")
                    .ifPresent(location -> assertThat(location).startsWith("http://127.0.0.2:"));
        }
    }

    private HttpResponse<String> get(URI url) throws Exception {
        return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    }
}
