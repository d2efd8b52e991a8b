package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieOrderTest {
    private static final String APP = "http://app.example.com/a/b/c";

    @Test
    void sendsLongerPathsFirstThenOlderCookies() {
        Visit visit = Visit.start()
                .get(APP, "1=x; Path=/", "2=x; Path=/a/b", "3=x; Path=/a", "4=x; Path=/a/b", "5=x; Path=/");
        Sent sent = visit.send(APP);
        assertThat(sent.header()).isEqualTo("2=x; 4=x; 3=x; 1=x; 5=x");
        assertThat(sent.names()).containsExactly("2", "4", "3", "1", "5");
    }

    @Test
    void keepsThePlaceOfACookieThatIsSetAgain() {
        Visit visit = Visit.start().get(APP, "a=1", "b=2").get(APP, "a=3");
        assertThat(visit.cookies(APP)).isEqualTo("a=3; b=2");
    }

    @Test
    void losesThePlaceOfACookieThatWasDeleted() {
        Visit visit = Visit.start().get(APP, "a=1", "b=2").get(APP, "a=; Max-Age=0", "a=3");
        assertThat(visit.cookies(APP)).isEqualTo("b=2; a=3");
    }

    @Test
    void holdsOneCookieForEachNamePathAndDomain() {
        Visit visit = Visit.start();
        visit.get(APP, "a=1; Path=/", "a=2; Path=/a", "a=3; Path=/; Domain=example.com", "A=4; Path=/");
        assertThat(visit.cookies(APP)).isEqualTo("a=2; a=1; a=3; A=4");
        assertThat(visit.jar().value(URI.create(APP), "a")).isEqualTo("2");
        assertThat(visit.jar().value(URI.create("http://app.example.com/"), "a"))
                .isEqualTo("1");
        assertThat(visit.jar().value(URI.create("http://example.com/"), "a")).isEqualTo("3");
        assertThat(visit.jar().value(URI.create(APP), "missing")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b=c       | a=b=c",
                "=b          | b",
                "b           | b",
                "==b         | =b",
                "a=          | a=",
                " a = b c    | a=b c",
                "a=b,c=d     | a=b,c=d",
                "a==         | a==",
                "a=%20%3B    | a=%20%3B",
                "$Version=1  | $Version=1",
                "a=b ; Path=/| a=b",
                "a=b;;;=;Path| a=b",
                "[]={}       | []={}",
                "a;b=c       | a"
            })
    void readsNameAndValueAsBrowsersDo(String header, String sent) {
        assertThat(Visit.start().get(APP, header).cookies(APP)).isEqualTo(sent);
    }

    @Test
    void takesTheTwoSpellingsOfANamelessCookieForOne() {
        Visit visit = Visit.start().get(APP, "one", "=two", "a=1");
        Sent sent = visit.send(APP);
        assertThat(sent.header()).isEqualTo("two; a=1");
        assertThat(sent.names()).containsExactly("", "a");
        assertThat(visit.jar().value(URI.create(APP), "")).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource(value = {"'', /", "/, /", "/a, /", "/a/, /a", "/a/b, /a", "/a/b/, /a/b", "//, /", "a/b, /", "/a%2Fb, /"})
    void derivesTheDefaultPath(String requestPath, String path) {
        assertThat(CookiePath.defaultFor(requestPath)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Path=relative", "Path=", "Path", "Path=\"/\"", "Path=http://app.example.com/"})
    void takesAPathThatIsNoneForTheDefault(String attribute) {
        Visit visit = Visit.start().get(APP, "a=1; Path=/elsewhere; " + attribute);
        assertThat(visit.cookies("http://app.example.com/a/b")).isEqualTo("a=1");
        assertThat(visit.cookies("http://app.example.com/a")).isEmpty();
    }

    @Test
    void comparesPathsOctetByOctet() {
        Visit visit = Visit.start().get(APP, "a=1; Path=/%2f", "b=2; Path=/X", "c=3; Path=/d/");
        assertThat(visit.cookies("http://app.example.com/%2f")).isEqualTo("a=1");
        assertThat(visit.cookies("http://app.example.com/%2F")).isEmpty();
        assertThat(visit.cookies("http://app.example.com/x")).isEmpty();
        assertThat(visit.cookies("http://app.example.com/d")).isEmpty();
        assertThat(visit.cookies("http://app.example.com/d/e")).isEqualTo("c=3");
    }
}
