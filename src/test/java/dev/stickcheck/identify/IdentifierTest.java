package dev.stickcheck.identify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stickcheck.model.InstanceSource;
import java.net.http.HttpHeaders;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    private static Answer headers(Map<String, List<String>> headers) {
        return new Answer(headers, Answer.Jar.EMPTY, null);
    }

    private static Answer body(String body) {
        return new Answer(Map.of(), Answer.Jar.EMPTY, body);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    @Nested
    class FromAHeader {
        private final Identifier standard = new Identifier(InstanceSource.standard());

        @Test
        void takesTheFirstValueWithoutBlanksAroundIt() {
            assertThat(standard.identify(headers(Map.of("x-instance-id", List.of("  a-1\t", "b-2")))))
                    .isEqualTo("a-1");
        }

        @Test
        void ignoresTheCaseOfTheNameInTheJdksHeaders() {
            HttpHeaders jdk = HttpHeaders.of(Map.of("X-INSTANCE-Id", List.of("a-1")), (name, value) -> true);
            assertThat(standard.identify(headers(jdk.map()))).isEqualTo("a-1");
        }

        @Test
        void knowsNothingWithoutTheHeaderOrWithABlankOne() {
            assertThat(standard.identify(headers(Map.of()))).isNull();
            assertThat(standard.identify(headers(Map.of("x-instance-id", List.of()))))
                    .isNull();
            assertThat(standard.identify(headers(Map.of("x-instance-id", List.of("")))))
                    .isNull();
            assertThat(standard.identify(headers(Map.of("x-instance-id", List.of(" \t ")))))
                    .isNull();
        }

        @Test
        void givesTheSameStringForTheSameId() {
            String first = standard.identify(headers(Map.of("x-instance-id", List.of(new String("a-1")))));
            String second = standard.identify(headers(Map.of("x-instance-id", List.of(new String("a-1")))));
            assertThat(second).isSameAs(first);
        }

        @Test
        void stillTellsIdsApartWhenThereAreMoreThanItRemembers() {
            for (int i = 0; i < 5_000; i++) {
                assertThat(standard.identify(headers(Map.of("x-instance-id", List.of("id-" + i)))))
                        .isEqualTo("id-" + i);
            }
        }

        @ParameterizedTest
        @CsvSource({"pod=(\\w+), 'v1; pod=web7', web7", "web\\d, 'v1; pod=web7', web7", "pod=(\\d+), 'v1; pod=web7',"})
        void takesAPatternsGroupOrWholeMatch(String pattern, String value, String expected) {
            Identifier identifier = new Identifier(new InstanceSource.Header("Via", Pattern.compile(pattern)));
            assertThat(identifier.identify(headers(Map.of("via", List.of(value)))))
                    .isEqualTo(expected);
        }
    }

    @Nested
    class LongIds {
        private final Identifier standard = new Identifier(InstanceSource.standard());

        @Test
        void keepAHundredCharactersAndADigest() throws Exception {
            String raw = "x".repeat(100_000);
            assertThat(standard.identify(headers(Map.of("x-instance-id", List.of(raw)))))
                    .isEqualTo("x".repeat(100) + "…#" + sha256(raw).substring(0, 8));
        }

        @Test
        void stayWholeUpToTheLimit() {
            String raw = "x".repeat(128);
            assertThat(standard.identify(headers(Map.of("x-instance-id", List.of(raw)))))
                    .isEqualTo(raw);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5})
        void stayDifferentAndBounded(long seed) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            String shared = "🐟".repeat(50 + random.nextInt(3)) + "y".repeat(random.nextInt(500));
            String one = standard.identify(headers(Map.of("x-instance-id", List.of(shared + "x".repeat(100) + "1"))));
            String other = standard.identify(headers(Map.of("x-instance-id", List.of(shared + "x".repeat(100) + "2"))));
            assertThat(one).isNotEqualTo(other).hasSizeLessThanOrEqualTo(128);
            assertThat(new String(one.getBytes(UTF_8), UTF_8))
                    .as("no half of a pair is left")
                    .isEqualTo(one);
        }
    }

    @Nested
    class FromACookie {
        private final Identifier identifier = new Identifier(new InstanceSource.Cookie("ROUTE"));

        private String identify(List<String> setCookie, Answer.Jar jar) {
            return identifier.identify(new Answer(Map.of("set-cookie", setCookie), jar, null));
        }

        @Test
        void neverShowsTheValue() throws Exception {
            assertThat(identify(List.of("ROUTE=secret; Path=/"), Answer.Jar.EMPTY))
                    .isEqualTo("ROUTE=#" + sha256("secret").substring(0, 8));
            assertThat(new Answer(Map.of("set-cookie", List.of("ROUTE=secret")), name -> "secret", "secret").toString())
                    .doesNotContain("secret");
        }

        @Test
        void prefersWhatTheAnswerSetsAndThenAsksTheJar() {
            String set = identify(List.of("ROUTE=a"), name -> "b");
            String held = identify(List.of("OTHER=a"), name -> name.equals("ROUTE") ? "b" : null);
            assertThat(set).isEqualTo(identify(List.of("ROUTE=a"), Answer.Jar.EMPTY));
            assertThat(held)
                    .isEqualTo(identify(List.of("ROUTE=b"), Answer.Jar.EMPTY))
                    .isNotEqualTo(set);
        }

        @Test
        void lastSetCookieOfTheNameCounts() {
            assertThat(identify(List.of("ROUTE=a", " ROUTE = b ;Path=/", "ROUTED=c"), Answer.Jar.EMPTY))
                    .isEqualTo(identify(List.of("ROUTE=b"), Answer.Jar.EMPTY));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ROUTE=",
                    "ROUTE",
                    "route=a",
                    "ROUTER=a",
                    "=ROUTE",
                    "",
                    "ROUTE=deleted; Max-Age=0",
                    "ROUTE=deleted; path=/; max-age=-1",
                    "ROUTE=deleted; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
                })
        void knowsNothingWhenTheCookieIsMissingEmptyOrDeleted(String header) {
            assertThat(identify(List.of(header), Answer.Jar.EMPTY)).isNull();
        }

        @Test
        void takesALongLivedCookieAsItIs() {
            assertThat(identify(List.of("ROUTE=a; Max-Age=05; Expires=Thu, 01 Jan 1970 00:00:00 GMT"), name -> null))
                    .isNotNull();
        }
    }

    @Nested
    class FromJson {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/id            | {\"id\":\"a-1\"}                        | a-1",
                    "/id            | {\"x\":{\"id\":\"b\"},\"id\":\"a-1\"}   | a-1",
                    "/host/name     | {\"host\":{\"name\":\" a-1 \"}}         | a-1",
                    "/pods/1/name   | {\"pods\":[{},{\"name\":\"p1\"}]}       | p1",
                    "/id            | {\"id\":42}                             | 42",
                    "/id            | {\"id\":4.20}                           | 4.20",
                    "/a~1b/m~0n     | {\"a/b\":{\"m~n\":\"x\"}}               | x",
                    "/0             | [\"zero\"]                              | zero",
                    "/0             | {\"0\":\"zero\"}                        | zero",
                    "''             | \"whole\"                               | whole",
                    "/id            | {\"id\":\"a\",\"more\": cut o           | a",
                    "/id            | {\"id\":true}                           |",
                    "/id            | {\"id\":null}                           |",
                    "/id            | {\"id\":{\"id\":\"a\"}}                 |",
                    "/id            | {\"id\":\"\"}                           |",
                    "/id            | {\"id\":\"cut o                         |",
                    "/id            | {\"id\":12                              |",
                    "/id            | {\"no\":1}                              |",
                    "/1             | [1]                                     |",
                    "/-             | [1]                                     |",
                    "/id            | <html>                                  |",
                    "/id            | ''                                      |",
                })
        void followsThePointer(String pointer, String json, String expected) {
            assertThat(new Identifier(new InstanceSource.Json(pointer)).identify(body(json)))
                    .isEqualTo(expected);
        }

        @Test
        void survivesDepthAndLength() {
            Identifier identifier = new Identifier(new InstanceSource.Json("/id"));
            assertThat(identifier.identify(body("{\"x\":" + "[".repeat(1_000_000))))
                    .isNull();
            assertThat(identifier.identify(body("{\"x\":\"" + "y".repeat(5_000_000) + "\",\"id\":\"a\"}")))
                    .isEqualTo("a");
            assertThat(identifier.identify(new Answer(Map.of(), Answer.Jar.EMPTY, null)))
                    .isNull();
        }

        @Test
        void refusesWhatIsNoPointer() {
            assertThatIllegalArgumentException().isThrownBy(() -> new Identifier(new InstanceSource.Json("no-slash")));
        }
    }

    @Nested
    class FromTheBody {
        private static String find(String pattern, String body) {
            return new Identifier(new InstanceSource.Body(Pattern.compile(pattern))).identify(body(body));
        }

        @Test
        void takesAPatternsGroup() {
            assertThat(find("served by <b>([^<]+)</b>", "<p>served by <b>web-3</b></p>"))
                    .isEqualTo("web-3");
        }

        @Test
        void takesNothingFromAGroupThatDidNotMatch() {
            assertThat(find("(a)|b", "b")).isNull();
        }

        @Test
        void looksAtTheBeginningOnly() {
            assertThat(find("id=(\\w+);", "x".repeat(60_000) + "id=a;")).isEqualTo("a");
            assertThat(find("id=(\\w+);", "x".repeat(70_000) + "id=a;")).isNull();
        }

        @Test
        void doesNotTakeAnIdThatTheBoundCutsOff() {
            assertThat(find("id=(\\w+)", "-".repeat(PatternId.LONGEST_TEXT - 5) + "id=abc"))
                    .isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}$", "(?:a?){5000}b"})
        void givesUpOnAPatternThatWouldTakeForEver(String pattern) {
            assertThat(find(pattern, "a".repeat(50_000) + "!")).isNull();
        }

        @Test
        void givesUpOnAPatternThatWouldOverflowTheStack() {
            assertThat(find("^(?:x|y)*z", "xy".repeat(30_000))).isNull();
        }
    }
}
