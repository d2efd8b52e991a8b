package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every policy of the lab as a target, with the verdict that it deserves where sessions are to stick, and where
/// the load is to spread.
class LabVerdictsTest {
    /// @param sticky the exit code with `--expect sticky`
    /// @param spread the exit codes that are right with `--expect spread`: where Caddy draws, from a source that
    ///     no seed reaches, it may be too uneven to decide
    @ParameterizedTest
    @CsvSource({
        "round-robin, 1, 0",
        "random, 1, 0",
        "least-connections, 1, 0",
        "railway, 1, 0",
        "ip-hash, 1, 1",
        "consistent-hash, 1, 1",
        "cookie, 0, 0",
        "alb, 0, 0",
        "cloudflare, 0, 0",
        "redirect, 0, 0",
        "connection, 1, 0",
        "nginx/round-robin, 1, 0",
        "nginx/ip-hash, 1, 1",
        "nginx/cookie, 0, 0",
        "haproxy/round-robin, 1, 0",
        "haproxy/cookie, 0, 0",
        "haproxy/source, 1, 1",
        "apache/cookie, 0, 0",
        "caddy/cookie, 0, 0 3",
        "caddy/random, 1, 0 3"
    })
    void everyPolicyGetsTheVerdictThatItDeserves(String policy, int sticky, String spread) {
        Command asSticky = Command.probe("lab:" + policy, "--expect", "sticky");
        assertThat(asSticky.code()).as(policy + " " + asSticky).isEqualTo(sticky);

        Command asSpread = Command.probe("lab:" + policy, "--expect", "spread");
        assertThat(spread.split(" ")).as(policy + " " + asSpread).contains(Integer.toString(asSpread.code()));
        assertThat(asSpread.json().number("/errors")).isZero();
    }
}
