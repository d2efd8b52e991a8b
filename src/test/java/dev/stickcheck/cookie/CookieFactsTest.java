package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieRefusal.Reason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the JDK's own cookie manager gets wrong, each a stickiness failure that no load balancer caused.
class CookieFactsTest {
    private static final String APP = "http://app.example.com/";

    @Test
    @DisplayName("1: Max-Age alone does not make it an RFC 2965 cookie")
    void returnsAMaxAgeCookieWithoutVersionQuotesOrPath() {
        assertThat(Visit.start().get(APP, "SRV=s1; Max-Age=3600").cookies(APP)).isEqualTo("SRV=s1");
    }

    @Test
    @DisplayName("2: quotes belong to the value")
    void keepsTheQuotesOfAValue() {
        assertThat(Visit.start().get(APP, "envoy=\"MTAuMC4wLjE6ODA=\"").cookies(APP))
                .isEqualTo("envoy=\"MTAuMC4wLjE6ODA=\"");
        assertThat(Visit.start().get(APP, "a=\"b\"c\"; Path=/").cookies(APP)).isEqualTo("a=\"b\"c\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 25 Nov 2026 12:00:00 GMT",
                "Wednesday, 25-Nov-26 12:00:00 GMT",
                "Wed Nov 25 12:00:00 2026",
                "Wed, 25 Nov 2026 12:00:00 UTC",
                "wed, 25 nov 2026 12:00:00 gmt"
            })
    @DisplayName("3: every form of date counts")
    void keepsACookieUntilItsDateWhateverItsForm(String date) {
        Visit visit = Visit.start().get(APP, "SRV=s1; Expires=" + date);
        assertThat(visit.wait(Duration.ofDays(1).minusMillis(1)).cookies(APP)).isEqualTo("SRV=s1");
        assertThat(visit.wait(Duration.ofMillis(1)).cookies(APP)).isEmpty();
    }

    @Test
    @DisplayName("4: Max-Age beats Expires wherever it stands")
    void prefersMaxAgeToExpires() {
        String past = "Expires=Thu, 01 Jan 1970 00:00:00 GMT";
        assertThat(Visit.start().get(APP, "a=1; Max-Age=10; " + past).cookies(APP))
                .isEqualTo("a=1");
        assertThat(Visit.start().get(APP, "a=1; " + past + "; Max-Age=10").cookies(APP))
                .isEqualTo("a=1");
    }

    @Test
    @DisplayName("4: the last duplicate attribute wins")
    void prefersTheLastOfEachAttribute() {
        assertThat(Visit.start().get(APP, "a=1; Path=/x; Path=/").cookies(APP)).isEqualTo("a=1");
        assertThat(Visit.start()
                        .get(APP, "a=1; Domain=other.com; Domain=example.com")
                        .cookies(APP))
                .isEqualTo("a=1");
        assertThat(Visit.start().get(APP, "a=1; Max-Age=0; Max-Age=9").cookies(APP))
                .isEqualTo("a=1");
        assertThat(Visit.start().get(APP, "a=1; SameSite=None; SameSite=Lax").cookies(APP))
                .isEqualTo("a=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0", "0", "000", "-99999999999999999999999"})
    @DisplayName("5: a negative Max-Age deletes")
    void deletesByAMaxAgeOfNothingOrLess(String age) {
        Visit visit = Visit.start().get(APP, "SRV=s1");
        assertThat(visit.receive(APP, "SRV=s1; Max-Age=" + age).refused()).isEmpty();
        assertThat(visit.cookies(APP)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"34560001", "9223372036854775808", "99999999999999999999999999999999999999"})
    @DisplayName("5: a huge Max-Age is cut to 400 days")
    void cutsAHugeMaxAge(String age) {
        Visit visit = Visit.start().get(APP, "SRV=s1; Max-Age=" + age);
        assertThat(visit.wait(Duration.ofDays(400).minusMillis(1)).cookies(APP)).isEqualTo("SRV=s1");
        assertThat(visit.wait(Duration.ofMillis(1)).cookies(APP)).isEmpty();
    }

    @Test
    @DisplayName("6: a host-only cookie stays on its host")
    void neverSendsAHostOnlyCookieElsewhere() {
        Visit visit = Visit.start().get("http://example.com/", "SRV=s1");
        assertThat(visit.cookies("http://x.example.com/")).isEmpty();
        assertThat(visit.cookies("http://badexample.com/")).isEmpty();
        assertThat(visit.cookies("http://com/")).isEmpty();
        assertThat(visit.cookies("http://example.com:8080/")).isEqualTo("SRV=s1");
    }

    @Test
    @DisplayName("7: /ap does not cover /app")
    void matchesPathsAtASlash() {
        Visit visit = Visit.start().get(APP, "SRV=s1; Path=/ap");
        assertThat(visit.cookies("http://app.example.com/app")).isEmpty();
        assertThat(visit.cookies("http://app.example.com/ap")).isEqualTo("SRV=s1");
        assertThat(visit.cookies("http://app.example.com/ap/p?q")).isEqualTo("SRV=s1");
    }

    @Test
    @DisplayName("7: the default path has no trailing slash")
    void dropsTheSlashOfADefaultPath() {
        Visit visit = Visit.start().get("http://app.example.com/shop/cart", "SRV=s1");
        assertThat(visit.cookies("http://app.example.com/shop")).isEqualTo("SRV=s1");
        assertThat(visit.cookies("http://app.example.com/shopping")).isEmpty();
    }

    @Test
    @DisplayName("8: prefixes, public suffixes, SameSite and Secure are enforced")
    void refusesWhatABrowserRefuses() {
        Visit visit = Visit.start();
        assertThat(visit.refusals(
                        APP,
                        "a=1; Secure",
                        "a=1; SameSite=None",
                        "__Secure-a=1",
                        "__Host-a=1; Path=/",
                        "a=1; Domain=com"))
                .containsExactly(
                        Reason.SECURE_OVER_HTTP,
                        Reason.NONE_WITHOUT_SECURE,
                        Reason.SECURE_PREFIX,
                        Reason.HOST_PREFIX,
                        Reason.PUBLIC_SUFFIX);
        assertThat(visit.jar().size()).isZero();
    }

    @Test
    @DisplayName("9: a host with an underscore keeps its cookies")
    void servesHostsWithAnUnderscore() {
        Visit visit = Visit.start().get("http://web_1:8080/health", "SRV=s1; Path=/");
        assertThat(visit.cookies("http://web_1:8080/health")).isEqualTo("SRV=s1");
        assertThat(visit.cookies("http://web_2:8080/health")).isEmpty();
    }
}
