package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieDomainsTest {
    @ParameterizedTest
    @ValueSource(strings = {"example.com", ".example.com", "EXAMPLE.com", ".Example.Com", " example.com "})
    void sendsADomainCookieToEveryHostBelow(String domain) {
        Visit visit = Visit.start().get("http://app.example.com/", "a=1; Domain=" + domain);
        assertThat(visit.cookies("http://example.com/")).isEqualTo("a=1");
        assertThat(visit.cookies("http://x.y.example.com/")).isEqualTo("a=1");
        assertThat(visit.cookies("http://badexample.com/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other.com",
                "x.app.example.com",
                "pp.example.com",
                "..example.com",
                "example.com.",
                "b\u00fccher.de"
            })
    void refusesADomainThatDoesNotCoverTheHost(String domain) {
        assertThat(Visit.start().refusals("http://app.example.com/", "a=1; Domain=" + domain))
                .containsExactly(Reason.DOMAIN_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Domain", "Domain=", "Domain=.", "Domain=other.com; Domain="})
    void takesAnEmptyDomainForNone(String attribute) {
        Visit visit = Visit.start().get("http://example.com/", "a=1; " + attribute);
        assertThat(visit.cookies("http://example.com/")).isEqualTo("a=1");
        assertThat(visit.cookies("http://x.example.com/")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "app.example.com, com",
        "app.example.co.uk, co.uk",
        "me.github.io, github.io",
        "app.herokuapp.com, herokuapp.com",
        "app.internal, internal",
        "app.localhost, localhost",
        "www.city.kawasaki.jp, jp"
    })
    void refusesADomainUnderWhichAnyoneCanRegister(String host, String domain) {
        assertThat(Visit.start().refusals("http://" + host + "/", "a=1; Domain=" + domain))
                .containsExactly(Reason.PUBLIC_SUFFIX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.io", "co.uk", "localhost", "com", "co.uk."})
    void makesTheCookieOfAPublicSuffixItselfHostOnly(String host) {
        Visit visit = Visit.start();
        assertThat(visit.refusals("http://" + host + "/", "a=1; Domain=" + host))
                .isEmpty();
        assertThat(visit.cookies("http://" + host + "/")).isEqualTo("a=1");
        assertThat(visit.cookies("http://me." + host + "/")).isEmpty();
    }

    @Test
    void tellsAHostOnlyCookieFromADomainCookieOfTheSameName() {
        Visit visit = Visit.start().get("http://example.com/", "a=host", "a=domain; Domain=example.com");
        assertThat(visit.cookies("http://example.com/")).isEqualTo("a=host; a=domain");
        assertThat(visit.cookies("http://x.example.com/")).isEqualTo("a=domain");
    }

    @Test
    void comparesHostsWithoutCase() {
        Visit visit = Visit.start().get("http://APP.Example.COM/", "a=1");
        assertThat(visit.cookies("http://app.example.com/")).isEqualTo("a=1");
        assertThat(visit.cookies("HTTP://aPP.example.com/")).isEqualTo("a=1");
    }

    @Test
    void takesATrailingDotForAnotherHost() {
        Visit visit = Visit.start().get("http://app.example.com./", "a=1", "b=1; Domain=example.com.");
        assertThat(visit.cookies("http://app.example.com./")).isEqualTo("a=1; b=1");
        assertThat(visit.cookies("http://app.example.com/")).isEmpty();
        assertThat(visit.refusals("http://app.example.com./", "c=1; Domain=com."))
                .containsExactly(Reason.PUBLIC_SUFFIX);
        assertThat(visit.refusals("http://app.example.com./", "c=1; Domain=example.com"))
                .containsExactly(Reason.DOMAIN_MISMATCH);
    }

    @Test
    void knowsAnInternationalHostByItsALabel() {
        Visit visit = Visit.start().get("http://b\u00fccher.example/", "a=1");
        assertThat(visit.cookies("http://xn--bcher-kva.example/")).isEqualTo("a=1");
        assertThat(visit.cookies("http://B\u00dcCHER.example/")).isEqualTo("a=1");
        assertThat(Visit.start()
                        .get("http://www.b\u00fccher.example/", "a=1; Domain=xn--bcher-kva.example")
                        .cookies("http://xn--bcher-kva.example/"))
                .isEqualTo("a=1");
    }

    @Test
    void givesAnAddressNoParents() {
        Visit visit = Visit.start().get("http://10.0.0.1/", "a=1; Domain=10.0.0.1", "b=1");
        assertThat(visit.cookies("http://10.0.0.1:8080/")).isEqualTo("a=1; b=1");
        assertThat(visit.cookies("http://9.10.0.0.1/")).isEmpty();
        assertThat(visit.refusals("http://10.0.0.1/", "c=1; Domain=0.0.1", "c=1; Domain=1"))
                .containsExactly(Reason.DOMAIN_MISMATCH, Reason.DOMAIN_MISMATCH);
    }

    @Test
    void knowsAnIpv6AddressInAllItsSpellings() {
        Visit visit = Visit.start().get("http://[2001:db8::1]/", "a=1");
        assertThat(visit.cookies("http://[2001:DB8:0:0:0:0:0:1]:8080/")).isEqualTo("a=1");
        assertThat(visit.cookies("http://[2001:db8::2]/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@b.c", "/path", "http:///x", "http://a..b\u00fc/"})
    void keepsNothingOfAUriWithoutAHost(String uri) {
        Visit visit = Visit.start();
        assertThat(visit.refusals(uri, "a=1")).containsExactly(Reason.DOMAIN_MISMATCH);
        assertThat(visit.cookies(uri)).isEmpty();
    }
}
