package dev.stickcheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Targets that cannot be probed, and credentials that no message repeats.
class TargetProblemsTest {
    private static final String SECRET = "s3cr";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "lb.test|the target 'lb.test' has no scheme: write http://lb.test or https://lb.test",
                "lb.test:8080/x|the target 'lb.test:8080/x' has no scheme: write http://lb.test:8080/x or https://lb.test:8080/x",
                "lb.test/?to=http://x|the target 'lb.test/?to=http://x' has no scheme: write http://lb.test/?to=http://x or https://lb.test/?to=http://x",
                "ftp://lb.test/|the target's scheme 'ftp' is not known: write http://, https://, ws://, wss:// or lab:POLICY",
                "HTTPX://lb.test/|the target's scheme 'httpx' is not known: write http://, https://, ws://, wss:// or lab:POLICY",
                "http://user:pass@lb.test/x|a user name or password in the target is not taken: give it by --header 'Authorization: …' or --header-file, and write http://lb.test",
                "wss://user@lb.test:81|a user name or password in the target is not taken: give it by --header 'Authorization: …' or --header-file, and write wss://lb.test:81",
                "http://|the target 'http://' is no URL: Expected authority",
                "http:///x|the target 'http:///x' has no usable host and port",
                "http://:80/|the target 'http://:80/' has no usable host and port",
                "http://lb test/|the target 'http://lb test/' is no URL: Illegal character in authority",
                "http://lb.test/a b|the target 'http://lb.test/a b' is no URL: Illegal character in path",
                "http://lb.test/%zz|the target 'http://lb.test/%zz' is no URL: Malformed escape pair",
                "http://lb.test:0/|the target's port must lie between 1 and 65535, got 0",
                "http://lb.test:65536/|the target's port must lie between 1 and 65535, got 65536",
                "http://lb.test:99999999999/|the target 'http://lb.test:99999999999/' has no usable host and port",
                "http://lb.test:http/|the target 'http://lb.test:http/' has no usable host and port",
                "http://my_host:80/|the target's host 'my_host:80' has an underscore, which Java's HTTP client does not take: use an address, or another name with --resolve",
                "http://b\u00fccher.test/|the target 'http://b\u00fccher.test/' needs its host in ASCII, as in xn--bcher-kva.example",
            })
    void saysWhatToWriteInstead(String target, String line) {
        assertThat(Options.none().problems(target)).containsExactly(line);
    }

    @Test
    void complainsAboutNothingGiven() {
        assertThat(Options.none().problems("  "))
                .containsExactly("the target '' has no scheme: write http:// or https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:s3cret@lb.test/",
                "user:s3cret@lb.test",
                "user:s3cret@http://lb.test/",
                "ftp://user:s3cret@lb.test/",
                "http://user:s3cr/et@lb.test/",
                "http://user:s3cr?et@lb.test/",
                "http://user:s3cr#et@lb.test/",
                "http://user:pa@s3cr/et@lb.test/",
                "http://us_er:s3cr/et@lb.test/",
                "http://user:s3cr et@lb.test/",
                "http://user:s3cr/e t@lb.test/",
                "http://user:s3cr%zz@lb.test/",
                "http://\u00fcser:s3cr/et@lb.test/",
                "http://user:s3cr@lb.test:0/",
            })
    void neverRepeatsThePasswordOfATarget(String target) {
        assertThat(Options.none().problems(target)).hasSize(1).noneMatch(line -> line.contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer s3cret",
                "Authorization s3cret: x",
                "Authorization: s3cret\u0000",
                "Authorization: s3cret\r\nX: y",
                "Authorization: \u00e9s3cret",
                "Content-Length: s3cret",
                ": s3cret",
                "s3cret{}: x",
            })
    void neverRepeatsWhatAHeaderSays(String header, @TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("headers"), header).toString();

        assertThat(Options.of("header", header).problems()).hasSize(1).noneMatch(line -> line.contains(SECRET));
        assertThat(Options.of("header-file", file).problems()).noneMatch(line -> line.contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:s3cret@proxy:3128", "user:s3cret@proxy:3128", "s3cret", "http://s3cret@"})
    void neverRepeatsWhatAProxyIsGiven(String proxy) {
        assertThat(Options.of("proxy", proxy).problems()).hasSize(1).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void printsNeitherHeadersNorProblemsWithTheirValues() {
        PlanReader.Reading reading =
                Options.of("header", "Authorization: Bearer s3cret").read(Options.TARGET);

        assertThat(reading.toString()).doesNotContain(SECRET);
    }

    @Test
    void saysEachProblemOnALineOfItsOwnAndAllInTheMessage() {
        try {
            Options.of("rate", "x").and("http", "x").read(Options.TARGET);
        } catch (ConfigProblem problem) {
            assertThat(problem.lines()).hasSize(2);
            assertThat(problem).hasMessage(String.join("; ", problem.lines()));
            return;
        }
        throw new AssertionError("two problems were expected");
    }

    @Test
    void readsAHeaderFileToItsEndWhateverItsLinesAre(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("headers"), List.of("no colon", "X: 1", "Connection: close"));

        assertThat(Options.of("header-file", file.toString()).problems())
                .containsExactly(
                        "--header must be 'Name: value', got a header without a name or a colon",
                        "--header Connection cannot be set: the client decides it (see --connections and --body)");
    }
}
