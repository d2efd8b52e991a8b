package dev.stickcheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.cookie.CookieJar;
import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.identify.Identifier;
import dev.stickcheck.model.Target;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is written behind an option, it is read or complained about, and a plan that is read can be used.
@Timeout(60)
class OptionFuzzTest {
    private static final List<String> OPTIONS = List.of(
            "expect",
            "sessions",
            "requests-per-session",
            "concurrency",
            "rate",
            "think-time",
            "timeout",
            "duration",
            "max-requests",
            "max-stickiness-failures",
            "max-imbalance",
            "max-errors",
            "max-p95",
            "confidence",
            "http",
            "connections",
            "cookies",
            "source-address",
            "ca-file",
            "proxy",
            "resolve",
            "method",
            "header",
            "header-file",
            "body",
            "instance-from",
            "instances",
            "seed");

    /// What good values are made of, and what breaks readers.
    private static final List<String> PIECES = List.of(
            "1",
            "0",
            "9",
            "99999999999",
            ".",
            "-",
            "+",
            "e",
            "E9",
            "%",
            "/",
            "s",
            "ms",
            "m",
            "h",
            ",",
            "=",
            ":",
            "::1",
            "127.0.0.1",
            "[",
            "]",
            "(",
            ")",
            "*",
            "\\",
            "@",
            "#",
            "?",
            "&",
            " ",
            "\t",
            "\n",
            "\r",
            "\u0000",
            "\u001b[31m",
            "\u202e",
            "\u00e9",
            "\ud800",
            "\ud83d\ude00",
            "\u0663",
            "\u00a0",
            "header:",
            "cookie:",
            "json:/",
            "body:/",
            "a",
            "b",
            "_",
            "lb.test",
            "http://",
            "https://",
            "ws://",
            "ftp://",
            "lab:",
            "user:pw@",
            "sticky",
            "keep",
            "pooled",
            "NaN",
            "Infinity",
            "unlimited",
            "null",
            "<script>",
            "'",
            "\"",
            "{",
            "}",
            "|",
            "^",
            "~2",
            "~");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsOrComplainsInInertLines(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 400; i++) {
            String option = OPTIONS.get(random.nextInt(OPTIONS.size()));
            String value = value(random);
            try {
                new Identifier(Options.of(option, value).plan().instanceSource());
            } catch (ConfigProblem problem) {
                assertInert(problem, "seed %d: --%s %s".formatted(seed, option, value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsATargetThatCanBeAskedOrComplains(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 400; i++) {
            String target = (random.nextInt(3) == 0 ? "" : "http://") + value(random);
            try {
                if (Options.none().read(target).target() instanceof Target.Url(var url)) {
                    assertThat(url.toASCIIString()).as("seed %d", seed).isEqualTo(url.toString());
                    new CookieJar(InstantSource.system(), PublicSuffixes.maintained(), url);
                    HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("^ws", "http")));
                }
            } catch (ConfigProblem problem) {
                assertInert(problem, "seed %d: %s".formatted(seed, target));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "9", "(", "/", ",", ":", "a", "a=1,", "\u001b", "%", "[", "~", " ", "x: ", "."})
    void keepsItsMessagesShortWhateverIsGiven(String piece) {
        String value = piece.repeat(100_000);
        for (String option : OPTIONS) {
            for (String line : Options.of(option, value).problems()) {
                assertThat(line).as(option).hasSizeLessThan(400);
            }
        }
        for (String line : Options.none().problems("http://" + value)) {
            assertThat(line).hasSizeLessThan(400);
        }
    }

    private static String value(SplittableRandom random) {
        StringBuilder value = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces >= 0; pieces--) {
            value.append(
                    random.nextInt(5) == 0
                            ? Character.toString(random.nextInt(0x3000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return value.toString();
    }

    private static void assertInert(ConfigProblem problem, String what) {
        assertThat(problem.lines())
                .as(what)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .isNotBlank()
                        .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u2028\u2029\u202e\ud800]"));
    }
}
