package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CookiePropertiesTest {
    private static final int ROUNDS = 100;

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void returnsEveryValueByteForByte(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String value = value(random);
            Visit visit = Visit.start().get("http://a.example.com/x", "pin=" + value + "; HttpOnly; Path=/");
            assertThat(visit.cookies("http://a.example.com/y"))
                    .as("seed %d", seed)
                    .isEqualTo("pin=" + value);
            assertThat(visit.jar().value(URI.create("http://a.example.com/"), "pin"))
                    .isEqualTo(value);
        }
    }

    /// Any printable ASCII but the semicolon, a blank at neither end.
    private static String value(SplittableRandom random) {
        StringBuilder value = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            char c = (char) random.nextInt(0x20, 0x7F);
            value.append(c == ';' ? ',' : c);
        }
        return value.toString().strip();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverSendsAHostOnlyCookieToAnotherHost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String host = host(random);
            String other = host(random);
            Visit visit = Visit.start().get("http://" + host + "/", "pin=1");
            assertThat(visit.cookies("http://" + other + "/").isEmpty())
                    .as("seed %d: %s to %s", seed, host, other)
                    .isEqualTo(!host.equals(other));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sendsADomainCookieExactlyToTheDomainAndWhatLiesBelow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String domain = host(random);
            String other = host(random);
            Visit visit = Visit.start().get("http://x." + domain + "/", "pin=1; Domain=" + domain);
            boolean below = ("." + other).endsWith("." + domain);
            assertThat(visit.cookies("http://" + other + "/").isEmpty())
                    .as("seed %d: %s to %s", seed, domain, other)
                    .isEqualTo(!below);
        }
    }

    /// One to three labels of one or two letters under a name that anyone can register.
    private static String host(SplittableRandom random) {
        StringBuilder host = new StringBuilder();
        for (int labels = random.nextInt(3); labels >= 0; labels--) {
            for (int letters = random.nextInt(2); letters >= 0; letters--) {
                host.append("ab".charAt(random.nextInt(2)));
            }
            host.append('.');
        }
        return host + "com";
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void matchesPathsByWholeSegments(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String cookiePath = path(random);
            String requestPath = path(random);
            String folder = cookiePath.endsWith("/") ? cookiePath : cookiePath + "/";
            Visit visit = Visit.start().get("http://a.example.com/", "pin=1; Path=" + cookiePath);
            assertThat(visit.cookies("http://a.example.com" + requestPath).isEmpty())
                    .as("seed %d: %s for %s", seed, cookiePath, requestPath)
                    .isEqualTo(!requestPath.equals(cookiePath) && !requestPath.startsWith(folder));
        }
    }

    private static String path(SplittableRandom random) {
        StringBuilder path = new StringBuilder("/");
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append("aab/".charAt(random.nextInt(4)));
        }
        return path.toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void survivesAnythingAndHoldsItsPromises(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Visit visit = Visit.start();
        for (int i = 0; i < ROUNDS; i++) {
            String header = rubbish(random);
            Received received = visit.receive("http://a.example.com/x/y", header);
            assertThat(received.set()).as("seed %d", seed).hasSize(1);
            Sent sent = visit.send("http://a.example.com/x/z");
            String line = sent.header() == null ? "" : sent.header();
            assertThat(line.chars().allMatch(c -> c == '\t' || (c >= 0x20 && c < 0x7F)))
                    .as("seed %d: a header that can be sent", seed)
                    .isTrue();
            assertThat(visit.jar().size()).isLessThanOrEqualTo(Shelf.CAPACITY);
        }
    }

    private static String rubbish(SplittableRandom random) {
        String[] parts = {"a", "=", ";", " ", "Path", "Domain", "Max-Age", "Expires", "Secure", "-1", "/", ".com", "\t"
        };
        StringBuilder rubbish = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            boolean octet = random.nextInt(10) == 0;
            rubbish.append(octet ? String.valueOf((char) random.nextInt(256)) : parts[random.nextInt(parts.length)]);
        }
        return rubbish.toString();
    }
}
