package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A few of the causes of moves on the whole command, over sockets; a hundred runs each are simulated in
/// the lab's tests.
class MoveCausesTest {
    @Test
    void callsItFailoverWhenAnInstanceIsKilled() {
        Command command = Command.probe("lab:cookie?kill=instance-1@1s", "--rate", "200");

        assertEveryMoveIs("failover", command);
    }

    @Test
    void callsItFailoverWhenTheInstanceIsBackASecondLater() {
        Command command = Command.probe("lab:cookie?kill=instance-1@1s&restore=instance-1@2s", "--rate", "200");

        assertEveryMoveIs("failover", command);
    }

    @Test
    void callsItAReplacementWhenOneTakesTheOthersPlace() {
        Command command = Command.probe(
                "lab:cookie?instances=2&kill=instance-2@0s,instance-1@2s&restore=instance-2@2s", "--rate", "200");

        assertEveryMoveIs("replacement", command);
    }

    @Test
    void callsItADrainWhenAnInstanceIsClosedBeforeItIsKilled() {
        Command command = Command.probe(
                "lab:cookie?drain=instance-1@500ms&kill=instance-1@4500ms",
                "--rate",
                "200",
                "--concurrency",
                "10",
                "--requests-per-session",
                "100",
                "--duration",
                "8s");

        assertEveryMoveIs("drain", command);
    }

    @Test
    void callsItExpiredWhenTheCookieEnds() {
        Command command = Command.probe(
                "lab:cookie?cookie-ttl=1s", "--rate", "200", "--sessions", "20", "--requests-per-session", "40");

        assertEveryMoveIs("expired", command);
    }

    private static void assertEveryMoveIs(String cause, Command command) {
        double switches = command.json().number("/stickiness/switches");
        assertThat(switches).as(command.toString()).isPositive();
        assertThat(command.json().number("/stickiness/moves/" + cause))
                .as(command.toString())
                .isEqualTo(switches);
        assertThat(command.json().check("stickiness-failures")).isNotEqualTo("fail");
        assertThat(command.json().verdict()).isNotEqualTo("fail");
    }
}
