package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole command against clusters whose truth is known.
class LabProbeTest {
    @Test
    void passesACookieBalancerWithSeventyFourSessions() {
        Command command = Command.probe("lab:cookie");

        assertThat(command.code()).as(command.toString()).isZero();
        Json result = command.json();
        assertThat(result.verdict()).isEqualTo("pass");
        assertThat(result.number("/stickiness/sessionsJudged")).isEqualTo(74);
        assertThat(result.number("/stickiness/sessionsMoved")).isZero();
        assertThat(result.number("/assignments")).isGreaterThanOrEqualTo(310);
        assertThat(result.number("/stickiness/chanceCorrected")).isEqualTo(1);
        assertThat(result.violations()).isEmpty();
    }

    @Test
    void failsRoundRobinWithinAHundredRequestsOfItsStickyArm() {
        Command command = Command.probe("lab:round-robin");

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        Json result = command.json();
        assertThat(result.check("stickiness-failures")).isEqualTo("fail");
        int sticky = 0;
        for (var row : result.root().at("/timeline/sessions")) {
            sticky += row.asText().length();
        }
        assertThat(sticky).isBetween(10, 100);
    }

    @Test
    void passesRoundRobinWhereTheLoadIsToSpread() {
        Command command = Command.probe("lab:round-robin", "--expect", "spread");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.json().text("/distribution/unit")).isEqualTo("request");
        assertThat(command.json().check("stickiness-failures")).isEqualTo("absent");
    }

    @Test
    void failsARandomBalancer() {
        assertThat(Command.probe("lab:random").code()).isEqualTo(1);
    }

    @Test
    void saysThatAHashOfOneAddressUsesOneInstanceOfThree() {
        Command command = Command.probe("lab:ip-hash");

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        assertThat(command.json().check("imbalance")).isEqualTo("fail");
        assertThat(command.json().check("instances")).isEqualTo("fail");
        assertThat(command.json().check("stickiness-failures"))
                .as("with one instance nothing can move")
                .isEqualTo("inconclusive");
    }

    @Test
    void findsMisroutedRequests() {
        Command command = Command.probe("lab:cookie?misroute=0.08");

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        assertThat(command.json().number("/stickiness/moves/trueFailure")).isPositive();
    }

    @Test
    void toleratesWhatIsBelowTheLimit() {
        Command command = Command.probe("lab:cookie?misroute=0.02", "--max-stickiness-failures", "50%");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.json().number("/stickiness/sessionsFailed")).isPositive();
    }

    @Test
    void expectsTheLoadByWeights() {
        assertThat(Command.probe("lab:cookie?weights=7,2,1").code()).isZero();

        Command equal = Command.probe("lab:cookie?weights=7,2,1", "--instances", "instance-1,instance-2,instance-3");
        assertThat(equal.code()).as(equal.toString()).isEqualTo(1);
        assertThat(equal.json().check("imbalance")).isEqualTo("fail");
    }

    @Test
    void findsTheDeclaredInstanceThatIsNotThere() {
        Command command = Command.probe("lab:cookie", "--instances", "instance-1,instance-2,instance-3,instance-4");

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        assertThat(command.json().check("instances")).isEqualTo("fail");
        assertThat(command.json().text("/distribution/missingInstances/0")).isEqualTo("instance-4");
    }

    @Test
    void sendsExactlyTheSessionsAskedFor() {
        Command command = Command.probe("lab:cookie", "--sessions", "60", "--requests-per-session", "5");

        Json result = command.json();
        assertThat(result.number("/requests")).isEqualTo(300);
        assertThat(result.number("/sessions")).isEqualTo(60);
        assertThat(result.number("/assignments")).isEqualTo(60);
        assertThat(result.check("stickiness-failures"))
                .as("0 of 60: at most 4.87 %")
                .isEqualTo("pass");
        assertThat(result.check("imbalance"))
                .as("60 assignments of round robin are few, but even")
                .isIn("pass", "inconclusive");
        assertThat(result.root().at("/stickiness/chanceCorrected").isNull())
                .as("no control arm")
                .isTrue();
    }

    @Test
    void doesNotDecideOnTooFewSessions() {
        Command command = Command.probe("lab:cookie", "--sessions", "20");

        assertThat(command.code()).as(command.toString()).isEqualTo(3);
        assertThat(command.json().check("stickiness-failures")).isEqualTo("inconclusive");
    }

    @Test
    void goesOnAfterAFailureWhenItIsToComplete() {
        Command command = Command.probe("lab:round-robin", "--complete");

        assertThat(command.code()).isEqualTo(1);
        assertThat(command.json().check("stickiness-failures")).isEqualTo("fail");
        assertThat(command.json().check("imbalance")).isEqualTo("pass");
    }

    @Test
    void gatesNothingWhereNothingIsExpected() {
        Command command = Command.probe("lab:round-robin", "--expect", "any", "--sessions", "10");

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.json().number("/stickiness/sessionsFailed")).isPositive();
    }

    @Test
    void dropsCookiesWhenItIsToldTo() {
        Command command = Command.probe("lab:cookie", "--cookies", "drop");

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        assertThat(command.json().number("/cookieBytesPerRequest")).isZero();
    }

    @Test
    void endsAtItsBounds() {
        Command requests = Command.probe("lab:cookie", "--max-requests", "50");
        assertThat(requests.code()).as(requests.toString()).isEqualTo(3);
        assertThat(requests.json().number("/requests")).isEqualTo(50);

        Command time = Command.probe("lab:cookie?latency=20ms", "--duration", "200ms");
        assertThat(time.code()).as(time.toString()).isEqualTo(3);
        assertThat(time.json().text("/ending/kind")).isEqualTo("bounded");
    }

    @Test
    void repeatsItsChoicesWithTheSameSeed() {
        String[] one = {"--sessions", "12", "--concurrency", "1", "--expect", "any"};
        String first = Command.probe("lab:random?seed=5", one)
                .json()
                .root()
                .at("/timeline/sessions")
                .toString();
        String again = Command.probe("lab:random?seed=5", one)
                .json()
                .root()
                .at("/timeline/sessions")
                .toString();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void verifiesFreshAndPrivateConnections() {
        Json fresh = Command.probe("lab:cookie", "--connections", "fresh", "--sessions", "10", "--expect", "any")
                .json();
        assertThat(fresh.number("/connections/distinct")).isEqualTo(100);
        assertThat(fresh.number("/connections/contrary")).isZero();

        Json own = Command.probe("lab:cookie", "--connections", "per-session", "--sessions", "10", "--expect", "any")
                .json();
        assertThat(own.number("/connections/distinct")).isEqualTo(10);
        assertThat(own.number("/connections/contrary")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alb", "cloudflare", "redirect"})
    void passesEveryBalancerThatPinsSessions(String policy) {
        Command command = Command.probe("lab:" + policy);

        assertThat(command.code()).as(command.toString()).isZero();
        assertThat(command.json().number("/stickiness/sessionsMoved")).isZero();
        assertThat(command.json().number("/errors")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"railway", "least-connections"})
    void failsEveryBalancerThatPinsNothing(String policy) {
        Command command = Command.probe("lab:" + policy);

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        assertThat(command.json().check("stickiness-failures")).isEqualTo("fail");
    }

    @Test
    void passesASpreadOfConnectionsOnlyWhereSessionsHaveTheirOwn() {
        Command own = Command.probe("lab:connection", "--connections", "per-session", "--no-control");
        assertThat(own.json().check("stickiness-failures")).as(own.toString()).isEqualTo("pass");

        Command fresh = Command.probe("lab:connection", "--connections", "fresh");
        assertThat(fresh.json().check("stickiness-failures"))
                .as(fresh.toString())
                .isEqualTo("fail");
    }

    @Test
    void saysThatAnEmulationIsNotTheProduct() {
        assertThat(Command.probe("lab:alb", "--max-requests", "20").json().text("/notes/0"))
                .isEqualTo("lab:alb emulates an AWS Application Load Balancer; the product itself was not measured.");
        assertThat(Command.probe("lab:cookie", "--max-requests", "20").out()).doesNotContain("emulates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secure", "path", "domain", "samesite", "expired"})
    void findsACookieThatClientsRefuseOrNeverReturn(String defect) {
        for (String policy : List.of("cookie", "redirect")) {
            Command command = Command.probe("lab:" + policy + "?drop-cookie=" + defect);

            assertThat(command.code()).as(command.toString()).isEqualTo(1);
            assertThat(command.json().check("stickiness-failures")).isEqualTo("fail");
            assertThat(command.json().number("/cookieBytesPerRequest")).isZero();
            assertThat(command.json().root().at("/refusedCookies")).as(policy).isNotEmpty();
        }
    }

    @Test
    void tellsALostPinFromOneThatIsKept() {
        Command command = Command.probe("lab:cookie?lose-pin=8%");

        assertThat(command.code()).as(command.toString()).isEqualTo(1);
        assertThat(command.json().number("/stickiness/sessionsFailed")).isPositive();
    }

    /// Killed when a third of the answers have come, however long that takes on a busy machine.
    @Test
    void acceptsAFailoverInTheMiddleOfAFixedNumberOfSessions(@TempDir Path folder) throws Exception {
        Path observations = folder.resolve("o.jsonl");
        long aboutAThird = 600 * 360;
        try (RunningLab lab = RunningLab.start("cookie", "--latency", "5ms")) {
            Thread fault = Thread.ofVirtual().start(() -> {
                while (observations.toFile().length() < aboutAThird
                        && !Thread.currentThread().isInterrupted()) {
                    LockSupport.parkNanos(1_000_000);
                }
                lab.order("instance-2/kill");
            });
            Command command = Command.probe(
                    lab.url(),
                    "--sessions",
                    "150",
                    "--requests-per-session",
                    "12",
                    "--concurrency",
                    "10",
                    "--rate",
                    "300",
                    "--expect",
                    "any",
                    "--observations",
                    observations.toString());
            fault.interrupt();
            fault.join();

            assertThat(lab.err()).contains("instance-2 kill");
            assertThat(command.json().number("/stickiness/moves/failover"))
                    .as(command.toString())
                    .isPositive();
            assertThat(command.json().number("/stickiness/moves/trueFailure")).isZero();
        }
    }
}
