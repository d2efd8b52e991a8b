package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieRefusal.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileCookiesTest {
    private static final String APP = "https://app.example.com/";
    private static final String SECRET = "c2VjcmV0";

    @Test
    void refusesAMegabyteOfCookie() {
        String mega = "x".repeat(1_000_000);
        assertThat(Visit.start().refusals(APP, "a=" + "x".repeat(100_000), "a=" + mega, mega, mega + "=" + mega))
                .containsOnly(Reason.TOO_LARGE)
                .hasSize(4);
    }

    /// Work that grows with the square of these would not end in the time a test run is given.
    @ParameterizedTest
    @ValueSource(
            strings = {";", "; ", ";=", "; Path=/", ";;;;==", " ", "\t", "=", "; Expires=1 1 1 1", "; Max-Age=9", ";\t"
            })
    void readsAMegabyteOfAttributesInOnePass(String part) {
        String header = "a=1;" + part.repeat(4_000_000 / part.length());
        assertThat(Visit.start().refusals(APP, header)).isEmpty();
    }

    @Test
    void keepsNothingOfALongAttribute() {
        Visit visit =
                Visit.start().get(APP, "a=1; Path=/" + "x".repeat(1_000_000) + "; Domain=" + "y".repeat(1_000_000));
        assertThat(visit.cookies(APP)).isEqualTo("a=1");
    }

    @Test
    void cutsAndCleansTheNamesItReports() {
        Received received = Visit.start()
                .receive(APP, "n".repeat(5000) + "=1", "\u001b[31m\r\nred=1", "\u0085\u00ad=1", "n".repeat(101) + "=1");
        assertThat(received.set()).hasSize(4).allSatisfy(HostileCookiesTest::isHarmless);
        assertThat(received.refused()).hasSize(3).allSatisfy(refusal -> isHarmless(refusal.name()));
    }

    @Test
    void cutsTheNamesItSendsAndMisses() {
        String name = "n".repeat(3000);
        Visit visit = Visit.start().get(APP, name + "=1; Max-Age=1");
        Sent sent = visit.send(APP);
        assertThat(sent.header()).isEqualTo(name + "=1");
        assertThat(sent.names()).hasSize(1).allSatisfy(HostileCookiesTest::isHarmless);
        Sent after = visit.wait(Duration.ofSeconds(1)).send(APP);
        assertThat(after.ended()).isEqualTo(sent.names());
    }

    private static void isHarmless(String name) {
        assertThat(name).hasSizeLessThanOrEqualTo(100);
        assertThat(name.chars().noneMatch(Character::isISOControl)).isTrue();
    }

    @Test
    void takesFiftyCookiesOfOneAnswer() {
        String[] headers = IntStream.range(0, 50)
                .mapToObj(i -> "c" + i + "=" + "v".repeat(1000))
                .toArray(String[]::new);
        Visit visit = Visit.start().get(APP, headers);
        assertThat(visit.cookies(APP)).isEqualTo(String.join("; ", headers));
    }

    @Test
    void staysSmallHoweverMuchItIsGiven() {
        Visit visit = Visit.start();
        for (int i = 0; i < 5_000; i++) {
            visit.receive(APP, "c" + i + "=" + "v".repeat(100) + "; Max-Age=1");
            visit.wait(Duration.ofMillis(20));
        }
        assertThat(visit.jar().size()).isLessThanOrEqualTo(Shelf.CAPACITY);
        assertThat(visit.send(APP).ended()).hasSizeLessThanOrEqualTo(2 * Shelf.CAPACITY);
    }

    @Test
    void neverShowsAValue() {
        Visit visit = Visit.start();
        Received received =
                visit.receive(APP, "a=" + SECRET, "b=" + SECRET + "; Max-Age=0", SECRET, "c=" + SECRET + "\u0007");
        Sent sent = visit.send(APP);
        SetCookie parsed = SetCookie.parse("a=" + SECRET);
        assertThat(sent.header()).contains(SECRET);
        assertThat(Arrays.asList(received, sent, visit.jar(), parsed, SetCookie.parse(SECRET)))
                .noneMatch(shown -> shown.toString().contains(SECRET));
    }
}
