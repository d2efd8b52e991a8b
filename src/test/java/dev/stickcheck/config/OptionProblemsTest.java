package dev.stickcheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every option in its bad forms, with the one line that says what was asked, what was found, what to write instead.
class OptionProblemsTest {
    private static final String WHOLE = " must be a whole number, got ";
    private static final String TIME = " must be a duration such as 500ms, 2s, 5m or 1h, got ";
    private static final String SHARE = " must be a share such as 5% or 0.05, got ";
    private static final String RATE = "--rate must be a rate such as 50/s or 600/m, or unlimited, got ";
    private static final String NAMES = "--instances must be a number, or names such as a,b,c or a=7,b=2,c=1, got ";
    private static final String WEIGHTS = "--instances needs positive weights such as a=7,b=2,c=1, got ";
    private static final String FROM = "--instance-from must be header:NAME, header:NAME:/REGEX/, cookie:NAME,"
            + " json:/POINTER or body:/REGEX/, got ";
    private static final String PROXY = "--proxy must be HOST:PORT or http://HOST:PORT, without a user name";
    private static final String RESOLVE = "--resolve must be HOST:PORT:ADDRESS, got ";
    private static final String OURS = " cannot be set: the client decides it (see --connections and --body)";

    private static final String ACCEPT =
            "--accept takes client-lost-cookie, drain, expired, failover, rebalance," + " replacement, retry; got ";

    static Stream<Arguments> problems() {
        return Stream.of(
                row("expect", "sometimes", "--expect must be one of sticky, spread, any, got 'sometimes'"),
                row("expect", "", "--expect must be one of sticky, spread, any, got ''"),
                row(
                        "sessions",
                        "1",
                        "--sessions must be at least 2, got 1 (one session alone can be looked at with --expect any)"),
                row("accept", "true-failure", ACCEPT + "'true-failure'"),
                row("accept", "rebalance,unresolved", ACCEPT + "'unresolved'"),
                row("accept", "rebalance,,retry", ACCEPT + "''"),
                row("accept", "everything", ACCEPT + "'everything'"),
                row("sessions", "0", "--sessions must be at least 1, got 0"),
                row("sessions", "-5", "--sessions must be at least 1, got -5"),
                row("sessions", "1000001", "--sessions must be at most 1000000, got 1000001"),
                row("sessions", "many", "--sessions" + WHOLE + "'many'"),
                row("sessions", "", "--sessions" + WHOLE + "''"),
                row("sessions", "2.5", "--sessions" + WHOLE + "'2.5'"),
                row("sessions", "1e3", "--sessions" + WHOLE + "'1e3'"),
                row("sessions", "0x10", "--sessions" + WHOLE + "'0x10'"),
                row("sessions", "99999999999999999999", "--sessions" + WHOLE + "'99999999999999999999'"),
                row(
                        "requests-per-session",
                        "1",
                        "--requests-per-session must be at least 2 to see whether sessions stick, got 1 (or --expect spread)"),
                row("requests-per-session", "0", "--requests-per-session must be at least 1, got 0"),
                row("requests-per-session", "100001", "--requests-per-session must be at most 100000, got 100001"),
                row("requests-per-session", "ten", "--requests-per-session" + WHOLE + "'ten'"),
                row("concurrency", "0", "--concurrency must be at least 1, got 0"),
                row("concurrency", "100001", "--concurrency must be at most 100000, got 100001"),
                row("concurrency", "1 0", "--concurrency" + WHOLE + "'1 0'"),
                row("max-requests", "0", "--max-requests must be at least 1, got 0"),
                row("max-requests", "all", "--max-requests" + WHOLE + "'all'"),
                row("seed", "x", "--seed" + WHOLE + "'x'"),
                row("seed", "9223372036854775808", "--seed" + WHOLE + "'9223372036854775808'"),
                row("rate", "0", "--rate must be above 0 and at most 1000000/s, got '0'"),
                row("rate", "1000001/s", "--rate must be above 0 and at most 1000000/s, got '1000001/s'"),
                row("rate", "-5/s", RATE + "'-5/s'"),
                row("rate", "5/d", RATE + "'5/d'"),
                row("rate", "5 / s", RATE + "'5 / s'"),
                row("rate", "NaN", RATE + "'NaN'"),
                row("rate", "infinity", RATE + "'infinity'"),
                row("rate", "", RATE + "''"),
                row("think-time", "5", "--think-time" + TIME + "'5'"),
                row("think-time", "-5s", "--think-time" + TIME + "'-5s'"),
                row("timeout", "0", "--timeout" + TIME + "'0'"),
                row("timeout", "0s", "--timeout must be more than nothing, got '0s'"),
                row("timeout", "0.0000001ms", "--timeout must be more than nothing, got '0.0000001ms'"),
                row("timeout", "10", "--timeout" + TIME + "'10'"),
                row("timeout", "10 s", "--timeout" + TIME + "'10 s'"),
                row("timeout", "1d", "--timeout" + TIME + "'1d'"),
                row("timeout", "PT5S", "--timeout" + TIME + "'PT5S'"),
                row("timeout", ".5s", "--timeout" + TIME + "'.5s'"),
                row("duration", "8761h", "--duration must be at most a year, got '8761h'"),
                row("duration", "999999999999h", "--duration must be at most a year, got '999999999999h'"),
                row("duration", "1h30m", "--duration" + TIME + "'1h30m'"),
                row("max-p95", "fast", "--max-p95" + TIME + "'fast'"),
                row("max-p95", "0ms", "--max-p95 must be more than nothing, got '0ms'"),
                row(
                        "max-stickiness-failures",
                        "5",
                        "--max-stickiness-failures must lie between 0% and 100%, got '5' (5% needs its %)"),
                row("max-stickiness-failures", "0", "--max-stickiness-failures must lie between 0% and 100%, got '0'"),
                row(
                        "max-stickiness-failures",
                        "100%",
                        "--max-stickiness-failures must lie between 0% and 100%, got '100%'"),
                row(
                        "max-stickiness-failures",
                        "-1%",
                        "--max-stickiness-failures must lie between 0% and 100%, got '-1%'"),
                row("max-stickiness-failures", "five", "--max-stickiness-failures" + SHARE + "'five'"),
                row("max-stickiness-failures", "%", "--max-stickiness-failures" + SHARE + "'%'"),
                row("max-stickiness-failures", "5%%", "--max-stickiness-failures" + SHARE + "'5%%'"),
                row("max-imbalance", "0%", "--max-imbalance must lie between 0% and 10000%, got '0%'"),
                row("max-imbalance", "1e400", "--max-imbalance must lie between 0% and 10000%, got '1e400'"),
                row("max-imbalance", "NaN", "--max-imbalance" + SHARE + "'NaN'"),
                row("max-errors", "101%", "--max-errors must lie between 0% and 100%, got '101%'"),
                row("max-errors", "2", "--max-errors must lie between 0% and 100%, got '2' (2% needs its %)"),
                row(
                        "max-errors",
                        "1.0000000000005",
                        "--max-errors must lie between 0% and 100%, got '1.0000000000005' (1.0000000000005% needs its %)"),
                row(
                        "max-errors",
                        "-0.0000000000001",
                        "--max-errors must lie between 0% and 100%, got '-0.0000000000001'"),
                row("confidence", "50%", "--confidence must lie between 50% and 100%, got '50%'"),
                row("confidence", "95", "--confidence must lie between 50% and 100%, got '95' (95% needs its %)"),
                row(
                        "confidence",
                        "0.99999999999999999999",
                        "--confidence must lie between 50% and 100%, got '0.99999999999999999999'"),
                row("cookies", "eat", "--cookies must be keep or drop, got 'eat'"),
                row("connections", "new", "--connections must be one of pooled, per-session, fresh, got 'new'"),
                row("http", "3", "--http must be 1.1 or 2, got '3'"),
                row("http", "HTTP/2", "--http must be 1.1 or 2, got 'HTTP/2'"),
                row(
                        "source-address",
                        "localhost",
                        "--source-address must be an IP address such as 127.0.0.1, got 'localhost'"),
                row("source-address", "127.0.0.1,", "--source-address must be an IP address such as 127.0.0.1, got ''"),
                row("source-address", "192.0.2.1", "--source-address '192.0.2.1' is no address of this machine"),
                row("proxy", "proxy", PROXY),
                row("proxy", "https://proxy:3128", PROXY),
                row("proxy", "proxy:0", PROXY),
                row("proxy", "proxy:65536", PROXY),
                row("proxy", "pro xy:80", PROXY),
                row("resolve", "lb.test", RESOLVE + "'lb.test'"),
                row("resolve", ":80:127.0.0.1", RESOLVE + "':80:127.0.0.1'"),
                row("resolve", "lb.test:http:127.0.0.1", "--resolve's port" + WHOLE + "'http'"),
                row("resolve", "lb.test:0:127.0.0.1", "--resolve's port must be at least 1, got 0"),
                row("resolve", "lb.test:65536:127.0.0.1", "--resolve's port must be at most 65535, got 65536"),
                row(
                        "resolve",
                        "lb.test:80:other.test",
                        "--resolve's address must be an IP address such as 127.0.0.1, got 'other.test'"),
                row("ca-file", "/does/not/exist", "--ca-file '/does/not/exist' cannot be read"),
                row("ca-file", "/", "--ca-file '/' cannot be read"),
                row("ca-file", "nul\u0000l", "--ca-file 'nul\ufffdl' cannot be read"),
                row("header-file", "/does/not/exist", "--header-file '/does/not/exist' cannot be read"),
                row("header-file", "/dev/zero", "--header-file '/dev/zero' is larger than a megabyte"),
                row("header", "X-Key", "--header must be 'Name: value', got a header without a name or a colon"),
                row("header", ": value", "--header must be 'Name: value', got a header without a name or a colon"),
                row(
                        "header",
                        "X Key: value",
                        "--header must be 'Name: value', got a name with a character that no name has"),
                row("header", "Connection: close", "--header Connection" + OURS),
                row("header", "content-length: 5", "--header content-length" + OURS),
                row(
                        "header",
                        "X-Key: a\r\nX-Other: b",
                        "--header X-Key has a value with characters that a header cannot carry unaltered"),
                row(
                        "header",
                        "X-Key: caf\u00e9",
                        "--header X-Key has a value with characters that a header cannot carry unaltered"),
                row("method", "", "--method '' is no HTTP method"),
                row("method", "GET /", "--method 'GET /' is no HTTP method"),
                row("method", "CONNECT", "--method CONNECT asks for a tunnel, not for an answer: see --proxy"),
                row("instances", "0", "--instances must be at least 1, got 0"),
                row("instances", "-3", "--instances must be at least 1, got -3"),
                row("instances", "1001", "--instances must be at most 1000, got 1001"),
                row("instances", "2.5", "--instances" + WHOLE + "'2.5'"),
                row("instances", "", NAMES + "''"),
                row("instances", "a,,b", NAMES + "'a,,b'"),
                row("instances", "=3", NAMES + "'=3'"),
                row("instances", "a,a", "--instances names 'a' twice"),
                row("instances", "a=0", WEIGHTS + "'0' in 'a=0'"),
                row("instances", "a=x,b=1", WEIGHTS + "'x' in 'a=x,b=1'"),
                row("instances", "a=NaN", WEIGHTS + "'NaN' in 'a=NaN'"),
                row("instances", "a=1e7", WEIGHTS + "'1e7' in 'a=1e7'"),
                row("instance-from", "X-Instance-ID", FROM + "'X-Instance-ID'"),
                row("instance-from", "header:", FROM + "'header:'"),
                row("instance-from", "header:X:", FROM + "'header:X:'"),
                row("instance-from", "header:X://", FROM + "'header:X://'"),
                row("instance-from", "cookie:a b", FROM + "'cookie:a b'"),
                row("instance-from", "json:instance", FROM + "'json:instance'"),
                row("instance-from", "body:pod", FROM + "'body:pod'"),
                row(
                        "instance-from",
                        "body:/(/",
                        "--instance-from 'body:/(/' holds no regular expression: Unclosed group"),
                row(
                        "instance-from",
                        "body:/" + "(".repeat(100_000) + "/",
                        "--instance-from takes a regular expression of at most 500 characters"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void complainsInOneLine(String option, String value, String line) {
        assertThat(Options.of(option, value).problems()).containsExactly(line);
    }

    @Test
    void complainsAboutEverythingAtOnce() {
        Options bad = Options.of("sessions", "none")
                .and("timeout", "soon")
                .and("max-errors", "7")
                .and("header", "X", "Y Z: 1", "Good: 1")
                .and("resolve", "a", "b:c:d", "ok.test:80:127.0.0.1")
                .and("instances", "a,a")
                .and("http", "9");

        assertThat(bad.problems("ftp://lb.test/"))
                .containsExactlyInAnyOrder(
                        "the target's scheme 'ftp' is not known: write http://, https://, ws://, wss:// or lab:POLICY",
                        "--sessions" + WHOLE + "'none'",
                        "--timeout" + TIME + "'soon'",
                        "--max-errors must lie between 0% and 100%, got '7' (7% needs its %)",
                        "--header must be 'Name: value', got a header without a name or a colon",
                        "--header must be 'Name: value', got a name with a character that no name has",
                        RESOLVE + "'a'",
                        "--resolve's port" + WHOLE + "'c'",
                        "--instances names 'a' twice",
                        "--http must be 1.1 or 2, got '9'");
    }

    @Test
    void complainsAboutOptionsThatDoNotGoTogether() {
        assertThat(Options.of("insecure").and("ca-file", "/etc/hostname").problems())
                .containsExactly("--insecure trusts every certificate, so --ca-file has no use: give one of the two");
        assertThat(Options.of("resolve", "a.test:80:127.0.0.1", "A.test:81:127.0.0.2")
                        .problems())
                .containsExactly("--resolve gives 'A.test' two addresses; one is possible");
        assertThat(Options.of("body", "x").problems("ws://lb.test/"))
                .containsExactly("--method and --body have no use for a WebSocket handshake, which is a GET");
        assertThat(Options.of("header", "Sec-WebSocket-Key: abc").problems("wss://lb.test/"))
                .containsExactly("--header Sec-WebSocket-… cannot be set: the client makes the handshake itself");
    }

    @Test
    void allowsOneSessionAndOneRequestWhereStickinessIsNotGated() {
        assertThat(Options.of("expect", "any").and("sessions", "1").problems()).isEmpty();
        assertThat(Options.of("expect", "spread")
                        .and("requests-per-session", "1")
                        .problems())
                .isEqualTo(List.of());
    }

    private static Arguments row(String option, String value, String line) {
        return Arguments.of(option, value, line);
    }
}
