package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieRefusal.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieRefusalsTest {
    private static final String HTTP = "http://app.example.com/";
    private static final String HTTPS = "https://app.example.com/";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", " = ", ";", "; Path=/", "=; Secure", "\t=\t"})
    void refusesACookieWithoutNameAndValue(String header) {
        assertThat(Visit.start().refusals(HTTPS, header)).containsExactly(Reason.EMPTY);
    }

    @Test
    void countsNameAndValueUpTo4096Octets() {
        String value = "v".repeat(4092);
        assertThat(Visit.start().get(HTTP, "name=" + value).cookies(HTTP)).isEqualTo("name=" + value);
        assertThat(Visit.start().refusals(HTTP, "name=" + value + "v")).containsExactly(Reason.TOO_LARGE);
        assertThat(Visit.start().refusals(HTTP, "n".repeat(4097) + "=")).containsExactly(Reason.TOO_LARGE);
        assertThat(Visit.start().refusals(HTTP, "  name = " + value + "  ; Path=/"))
                .as("spaces around do not count")
                .isEmpty();
    }

    @Test
    void ignoresAnAttributeOver1024Octets() {
        String longest = "/" + "p".repeat(1023);
        Visit visit = Visit.start().get(HTTP, "a=1; Path=" + longest);
        assertThat(visit.cookies(HTTP)).isEmpty();
        assertThat(visit.cookies("http://app.example.com" + longest)).isEqualTo("a=1");
        assertThat(Visit.start().get(HTTP, "a=1; Path=" + longest + "p").cookies(HTTP))
                .isEqualTo("a=1");
        assertThat(Visit.start()
                        .get(HTTP, "a=1; Path=/x; Path=" + longest + "p")
                        .cookies("http://app.example.com/x"))
                .as("the one before it stands")
                .isEqualTo("a=1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 10, 11, 13, 27, 31, 127})
    void refusesControlCharactersAnywhere(int control) {
        char c = (char) control;
        assertThat(Visit.start().refusals(HTTP, "a=1" + c, c + "a=1", "a" + c + "=1", "a=1; Path=/" + c, "a=1;" + c))
                .containsOnly(Reason.CONTROL_CHARACTER)
                .hasSize(5);
    }

    @Test
    void sparesTheTab() {
        assertThat(Visit.start().get(HTTP, "\ta\t=\t1\t2\t;\tPath\t=\t/\t").cookies(HTTP))
                .isEqualTo("a=1\t2");
    }

    @Test
    void refusesWhatTheHttpClientWouldAlter() {
        assertThat(Visit.start().refusals(HTTP, "a=caf\u00e9", "\u00fc=1", "a=\u0080", "\u00ff"))
                .containsOnly(Reason.NOT_ASCII)
                .hasSize(4);
    }

    @Test
    void refusesSameSiteNoneWithoutSecure() {
        assertThat(Visit.start().refusals(HTTPS, "a=1; SameSite=None", "a=1; samesite=NONE"))
                .containsExactly(Reason.NONE_WITHOUT_SECURE, Reason.NONE_WITHOUT_SECURE);
        assertThat(Visit.start()
                        .get(
                                HTTPS,
                                "a=1; SameSite=None; Secure",
                                "b=2; SameSite=Strict",
                                "c=3; SameSite=Lax",
                                "d=4; SameSite=?")
                        .cookies(HTTPS))
                .isEqualTo("a=1; b=2; c=3; d=4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Secure-", "__secure-", "__SECURE-", "__sEcUrE-"})
    void holdsTheSecurePrefixToItsWord(String prefix) {
        assertThat(Visit.start().refusals(HTTPS, prefix + "a=1")).containsExactly(Reason.SECURE_PREFIX);
        assertThat(Visit.start().get(HTTPS, prefix + "a=1; Secure").cookies(HTTPS))
                .isEqualTo(prefix + "a=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Host-", "__host-", "__HOST-", "__hOsT-"})
    void holdsTheHostPrefixToItsWord(String prefix) {
        String cookie = prefix + "a=1";
        assertThat(Visit.start()
                        .refusals(
                                HTTPS,
                                cookie,
                                cookie + "; Secure",
                                cookie + "; Path=/",
                                cookie + "; Secure; Path=/x",
                                cookie + "; Secure; Path=/; Domain=app.example.com"))
                .containsOnly(Reason.HOST_PREFIX)
                .hasSize(5);
        assertThat(Visit.start().get(HTTPS, cookie + "; Secure; Path=/").cookies(HTTPS))
                .isEqualTo(cookie);
    }

    @Test
    void refusesANamelessCookieThatLooksPrefixed() {
        assertThat(Visit.start().refusals(HTTPS, "=__Secure-a=1; Secure", "__host-a; Secure; Path=/"))
                .containsExactly(Reason.SECURE_PREFIX, Reason.HOST_PREFIX);
    }

    @Test
    void refusesAPlainCookieOverASecureOne() {
        Visit visit = Visit.start().get(HTTPS, "a=safe; Secure; Path=/login");
        assertThat(visit.refusals(
                        HTTP, "a=1; Path=/login", "a=1; Path=/login/en", "a=1; Domain=example.com; Path=/login"))
                .containsOnly(Reason.OVERLAYS_SECURE)
                .hasSize(3);
        assertThat(visit.refusals(HTTP, "a=1; Path=/", "a=1; Path=/foo", "b=1; Path=/login"))
                .isEmpty();
        assertThat(visit.refusals("http://other.example.com/", "a=1; Path=/login"))
                .as("a sibling that does not cover it")
                .isEmpty();
        assertThat(visit.refusals(HTTPS, "a=1; Path=/login/en")).isEmpty();
    }

    @Test
    void refusesAPlainCookieBelowASecureDomainCookie() {
        Visit visit = Visit.start().get(HTTPS, "a=safe; Secure; Domain=example.com; Path=/");
        assertThat(visit.refusals("http://deep.app.example.com/", "a=1")).containsExactly(Reason.OVERLAYS_SECURE);
        assertThat(visit.refusals("http://badexample.com/", "a=1")).isEmpty();
    }

    @Test
    void letsAPlainCookieFollowASecureOneThatEnded() {
        Visit visit = Visit.start().get(HTTPS, "a=safe; Secure; Max-Age=10");
        assertThat(visit.refusals(HTTP, "a=1")).containsExactly(Reason.OVERLAYS_SECURE);
        visit.wait(Duration.ofSeconds(10));
        assertThat(visit.refusals(HTTP, "a=1")).isEmpty();
        assertThat(visit.cookies(HTTP)).isEqualTo("a=1");
    }

    @Test
    void tellsADeletionFromACookieThatArrivesDead() {
        String dead = "a=1; Expires=Tue, 24 Nov 2026 11:59:59 GMT";
        Visit visit = Visit.start();
        assertThat(visit.refusals(HTTP, dead)).containsExactly(Reason.EXPIRED_ON_ARRIVAL);
        assertThat(visit.get(HTTP, "a=1").refusals(HTTP, dead)).isEmpty();
        assertThat(visit.refusals(HTTP, dead)).containsExactly(Reason.EXPIRED_ON_ARRIVAL);
        assertThat(visit.get(HTTP, "a=1").refusals(HTTP, dead + "; Path=/x"))
                .as("another path is another cookie")
                .containsExactly(Reason.EXPIRED_ON_ARRIVAL);
    }

    @Test
    void takesAnEmptyDeadCookieForADeletionThoughThereIsNothingToDelete() {
        assertThat(Visit.start().refusals(HTTP, "flash=; Max-Age=0")).isEmpty();
    }

    @Test
    void reportsWhatItKeepsAndCanNeverReturnToTheProbedUrl() {
        Visit visit = Visit.probing("http://app.example.com/api/health");
        assertThat(visit.receive(HTTP, "a=1; Path=/admin", "b=1; Path=/api", "c=1; Domain=example.com")
                        .refused())
                .containsExactly(new CookieRefusal("a", Reason.PATH_NOT_COVERED));
        assertThat(visit.refusals("http://login.example.com/", "d=1; Path=/", "e=1; Domain=example.com; Path=/"))
                .containsExactly(Reason.DOMAIN_NOT_COVERED);
        assertThat(visit.refusals(HTTPS, "f=1; Secure; Path=/")).containsExactly(Reason.SECURE_NOT_COVERED);
        assertThat(visit.cookies("https://app.example.com/admin")).isEqualTo("a=1; c=1; e=1; f=1");
    }

    @Test
    void namesEveryCookieInOrderKeptOrNot() {
        Received received = Visit.start().receive(HTTP, "a=1", "b=1; Secure", "c=1; Max-Age=0", "nameless", "=");
        assertThat(received.set()).containsExactly("a", "b", "c", "", "");
        assertThat(received.refused())
                .isEqualTo(List.of(
                        new CookieRefusal("b", Reason.SECURE_OVER_HTTP),
                        new CookieRefusal("c", Reason.EXPIRED_ON_ARRIVAL),
                        new CookieRefusal("", Reason.EMPTY)));
    }
}
