package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieLifetimeTest {
    private static final String APP = "http://app.example.com/";

    @Test
    void tellsOnceWhichCookiesEnded() {
        Visit visit = Visit.start().get(APP, "pin=s1; Max-Age=10", "other=x; Path=/other; Max-Age=10", "stays=1");
        assertThat(visit.wait(Duration.ofSeconds(10)).send(APP))
                .isEqualTo(new Sent("stays=1", List.of("stays"), List.of("other", "pin")));
        assertThat(visit.send(APP).ended()).isEmpty();
        assertThat(visit.jar().size()).isOne();
    }

    @Test
    void tellsTheEndOfTheLastCookie() {
        Visit visit = Visit.start().get(APP, "pin=s1; Max-Age=1");
        Sent sent = visit.wait(Duration.ofSeconds(1)).send(APP);
        assertThat(sent.header()).isNull();
        assertThat(sent.ended()).containsExactly("pin");
        assertThat(visit.send(APP)).isSameAs(Sent.NONE);
    }

    @Test
    void countsOnlyTheLiving() {
        Visit visit = Visit.start().get(APP, "pin=s1; Max-Age=1", "b=2");
        assertThat(visit.jar().size()).isEqualTo(2);
        assertThat(visit.wait(Duration.ofSeconds(1)).jar().size()).isOne();
        assertThat(visit.jar().value(URI.create(APP), "pin")).isNull();
    }

    @Test
    void renewsALifetimeThatIsSetAgain() {
        Visit visit = Visit.start().get(APP, "pin=s1; Max-Age=10");
        visit.wait(Duration.ofSeconds(9)).get(APP, "pin=s1; Max-Age=10");
        assertThat(visit.wait(Duration.ofSeconds(9)).cookies(APP)).isEqualTo("pin=s1");
    }

    @Test
    void doesNotMissAnEndedCookieThatIsSetAnewInTime() {
        Visit visit = Visit.start().get(APP, "pin=s1; Max-Age=10", "b=2");
        visit.wait(Duration.ofSeconds(10)).get(APP, "pin=s2; Max-Age=10");
        assertThat(visit.send(APP).ended()).isEmpty();
        assertThat(visit.cookies(APP)).as("it is a new cookie").isEqualTo("b=2; pin=s2");
    }

    @Test
    void stillTellsAnEndedCookieThatIsDeletedAfterwards() {
        Visit visit = Visit.start().get(APP, "pin=s1; Max-Age=10");
        visit.wait(Duration.ofSeconds(10));
        assertThat(visit.receive(APP, "pin=; Max-Age=0").refused()).isEmpty();
        assertThat(visit.send(APP).ended()).containsExactly("pin");
    }

    @Test
    void doesNotCallADeletionAnEnd() {
        Visit visit = Visit.start().get(APP, "pin=s1").get(APP, "pin=; Max-Age=0");
        assertThat(visit.send(APP)).isSameAs(Sent.NONE);
    }

    @Test
    void cutsADistantExpiryTo400Days() {
        Visit visit = Visit.start().get(APP, "pin=s1; Expires=Fri, 31 Dec 9999 23:59:59 GMT");
        assertThat(visit.wait(Duration.ofDays(400).minusMillis(1)).cookies(APP)).isEqualTo("pin=s1");
        assertThat(visit.wait(Duration.ofMillis(1)).send(APP).ended()).containsExactly("pin");
    }

    @Test
    void keepsASessionCookieForAsLongAsTheSession() {
        Visit visit = Visit.start().get(APP, "pin=s1");
        assertThat(visit.wait(Duration.ofDays(10_000)).cookies(APP)).isEqualTo("pin=s1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Max-Age=", "Max-Age", "Max-Age=-", "Max-Age=+5", "Max-Age=5s", "Max-Age=--5", "Max-Age=1.5"})
    void ignoresAMaxAgeThatIsNoNumber(String attribute) {
        Visit visit = Visit.start().get(APP, "pin=s1; " + attribute);
        assertThat(visit.wait(Duration.ofDays(500)).cookies(APP)).isEqualTo("pin=s1");
        Visit dated = Visit.start().get(APP, "pin=s1; Max-Age=7; " + attribute);
        assertThat(dated.wait(Duration.ofSeconds(7)).cookies(APP))
                .as("the usable one before it stands")
                .isEmpty();
    }

    @Test
    void ignoresADateThatIsNone() {
        Visit visit = Visit.start().get(APP, "pin=s1; Expires=Wed, 25 Nov 2026 12:00:00 GMT; Expires=0");
        assertThat(visit.wait(Duration.ofDays(1)).cookies(APP)).isEmpty();
        assertThat(Visit.start().get(APP, "pin=s1; Expires=-1").cookies(APP)).isEqualTo("pin=s1");
    }
}
