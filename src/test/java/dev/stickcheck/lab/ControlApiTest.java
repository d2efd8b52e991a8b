package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {
    private final Visitor visitor = Visitor.local();
    private Lab lab;
    private Controls controls;

    @BeforeEach
    void open() {
        lab = Lab.start(LabSpec.parse("lab:cookie"), LabOpening.onLoopback(1).controlledAt(0));
        controls = new Controls(lab, visitor);
    }

    @AfterEach
    void close() {
        lab.close();
        visitor.close();
    }

    @Test
    void tellsHowTheInstancesStand() throws Exception {
        assertThat(controls.get("/instances").body())
                .contains("{\"id\":\"instance-1\",\"health\":\"up\",\"ailment\":\"none\",\"weight\":1,\"address\":\""
                        + lab.addresses().get("instance-1").getAuthority() + "\"}");
        controls.order("instance-1/kill");
        controls.order("instance-2/drain");
        controls.order("instance-3/error");
        assertThat(controls.get("/instances").body())
                .contains("\"health\":\"down\"", "\"health\":\"draining\"", "\"ailment\":\"error\"");
    }

    @Test
    void logsWhatWasOrderedAndNotWhatWasSoAlready() throws Exception {
        controls.order("instance-1/kill");
        controls.order("instance-1/kill");
        controls.order("instance-1/restore");
        controls.order("instance-1/restore");
        controls.order("instance-2/drain");
        controls.order("instance-2/drain");
        controls.order("instance-3/slow?by=7ms");
        controls.order("instance-3/slow?by=7ms");
        controls.order("instance-3/heal");
        controls.order("instance-3/heal");
        assertThat(lab.faults().stream().map(fault -> fault.instance() + " " + fault.kind() + " " + fault.detail()))
                .containsExactly(
                        "instance-1 kill by hand",
                        "instance-1 restore by hand",
                        "instance-2 drain by hand",
                        "instance-3 slow by hand, 7ms",
                        "instance-3 heal by hand");
        assertThat(controls.get("/faults").body())
                .contains("\"time\":\"" + lab.faults().getFirst().at() + "\"", "\"fault\":\"kill\"")
                .endsWith("]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain", "slow", "error", "reset", "heal"})
    void canDoNothingToADeadInstanceButRestoreIt(String order) throws Exception {
        controls.order("instance-1/kill");
        HttpResponse<String> answer = controls.post("instance-1/" + order);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"error\":\"instance-1 is down: restore it first\"}\n");
        assertThat(lab.faults()).hasSize(1);
    }

    @Test
    void saysThatAPortWasTakenWhileItsInstanceWasDown() throws Exception {
        controls.order("instance-1/kill");
        int port = lab.addresses().get("instance-1").getPort();
        try (ServerSocket squatter = new ServerSocket(port, 1, Played.LOOPBACK)) {
            HttpResponse<String> answer = controls.post("instance-1/restore");
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("the port " + squatter.getLocalPort() + " of instance-1 is taken");
        }
        controls.order("instance-1/restore");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /instances/instance-4/kill   | 404 | did you mean instance-1 or instance-2",
                "POST /instances/instance-1/kil    | 404 | did you mean kill",
                "POST /instances/instance-1/       | 404 | there are kill, drain, restore",
                "POST /instances/instance-1        | 404 | there are GET /instances",
                "POST /instances//kill             | 404 | there is no instance",
                "POST /instances/instance-1/kill/x | 404 | there are GET /instances",
                "GET /                             | 404 | there are GET /instances",
                "GET /instances/instance-1/kill    | 405 | an order is given with POST",
                "DELETE /instances                 | 405 | with GET",
                "POST /faults                      | 405 | with GET",
                "POST /instances/instance-1/slow?by=soon | 400 | slow takes a duration",
                "POST /instances/instance-1/slow?by=-1s  | 400 | slow takes a duration",
                "POST /instances/instance-1/slow?by=99h  | 400 | slow takes a duration of at most 3600s",
                "POST /instances/../instance-1/kill | 404 | there are GET /instances",
                "POST /instances/instance-1%2Fkill  | 404 | there are GET /instances",
            })
    void saysWhatIsWrongWithARequestAndDoesNothing(String line, int status, String why) throws Exception {
        String answer = raw(line, "Host: 127.0.0.1\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains(why);
        assertThat(lab.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example\r\n",
                "Host: 127.0.0.1.evil.example\r\n",
                "Host: 127.0.0.1\r\nOrigin: http://evil.example\r\n",
                "Host: localhost:80\r\nOrigin: null\r\n",
                "Host:\r\n",
                ""
            })
    void obeysNoWebPage(String headers) throws Exception {
        String answer = raw("POST /instances/instance-1/kill", headers);
        assertThat(answer).matches("(?s)HTTP/1.1 40[03] .*");
        assertThat(raw("GET /faults", headers)).matches("(?s)HTTP/1.1 40[03] .*");
        assertThat(lab.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001\u001b[31m\r\n\r\n",
                "POST /instances/\u001b[31m/kill HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /instances/instance-1/%00%1b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /instances/instance-1/slow?by=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n"
            })
    void outlivesWhatMakesNoSense(String bytes) throws Exception {
        String answer = Visitor.raw(control(), bytes);
        assertThat(answer).matches("(?s)HTTP/1\\.[01] 4[0-9]{2} .*").doesNotContain("\u001b");
        assertThat(lab.faults()).isEmpty();
        controls.order("instance-1/drain");
    }

    @Test
    void answersALongNameInOneShortLine() throws Exception {
        String answer = raw("POST /instances/" + "x".repeat(10_000) + "/kill", "Host: localhost\r\n");
        assertThat(answer).startsWith("HTTP/1.1 404 ").hasSizeLessThan(600);
    }

    @Test
    void isNotThereUnlessItIsAskedFor() {
        try (Lab without = Lab.start(LabSpec.parse("lab:cookie"))) {
            assertThat(without.control()).isEmpty();
        }
    }

    @Test
    void saysWhenItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Played.LOOPBACK)) {
            LabProblem problem = catchThrowableOfType(
                    LabProblem.class,
                    () -> Lab.start(
                            LabSpec.parse("lab:cookie"),
                            LabOpening.onLoopback(1).controlledAt(taken.getLocalPort())));
            assertThat(problem.usage()).isFalse();
            assertThat(problem).hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private String raw(String line, String headers) throws Exception {
        return Visitor.raw(control(), line.strip() + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private URI control() {
        return lab.control().orElseThrow();
    }
}
