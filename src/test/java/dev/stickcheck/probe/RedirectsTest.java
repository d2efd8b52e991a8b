package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.probe.Transport.Reply.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    private static final URI FROM = URI.create("http://a.test:8080/dir/page?q=1");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "/x,http://a.test:8080/x",
                "x,http://a.test:8080/dir/x",
                "./x,http://a.test:8080/dir/x",
                "../x,http://a.test:8080/x",
                "../../../x,http://a.test:8080/x",
                "/../x,http://a.test:8080/x",
                "/,http://a.test:8080/",
                "?y=2,http://a.test:8080/dir/page?y=2",
                "x?y=2,http://a.test:8080/dir/x?y=2",
                "//b.test/p,http://b.test/p",
                "//b.test:81,http://b.test:81/",
                "http://b.test,http://b.test/",
                "http://b.test?q=2,http://b.test/?q=2",
                "https://b.test:8443/z?w,https://b.test:8443/z?w",
                "HTTPS://B.test/z,HTTPS://B.test/z",
                "http://[::1]:81/z,http://[::1]:81/z",
                "/a b,http://a.test:8080/a%20b",
                "/a%20b,http://a.test:8080/a%20b",
                "/a//b,http://a.test:8080/a//b",
                "/a;v=1?x={1|2},http://a.test:8080/a;v=1?x=%7B1%7C2%7D",
                "/caf\u00c3\u00a9,http://a.test:8080/caf%C3%A9",
                "/caf\u00c3\u0089,http://a.test:8080/caf%C3%89",
                "/caf\u00e9,http://a.test:8080/caf%E9",
            })
    void resolvesALocation(String location, String expected) {
        assertThat(Redirects.next(FROM, answer(302, location))).hasToString(expected);
    }

    @Test
    void keepsAQueryThatIsAllTheLocationSaysOnAPathThatLooksLikeAHost() {
        assertThat(Redirects.next(URI.create("http://a.test//other/x"), answer(302, "?y")))
                .hasToString("http://a.test//other/x?y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://b.test/",
                "ws://b.test/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "mailto:someone@b.test",
                "data:text/html,hello",
                "http:",
                "http://",
                "http:///path",
                "http://:80/",
                "http://b .test/",
                "http://b.test:0/",
                "http://b.test:65536/",
                "http://b.test:99999999999/",
                "http://[::1/",
                "/100%",
                "://",
                "//",
            })
    void followsNothingThatIsNoHttpUrl(String location) {
        assertThat(Redirects.next(FROM, answer(302, location))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "200,false",
        "201,false",
        "300,false",
        "301,true",
        "302,true",
        "303,true",
        "304,false",
        "305,false",
        "306,false",
        "307,true",
        "308,true",
        "309,false",
        "404,false"
    })
    void knowsTheStatusesThatRedirect(int status, boolean redirects) {
        assertThat(Redirects.isRedirect(answer(status, "/x"))).isEqualTo(redirects);
    }

    @Test
    void isNoRedirectWithoutALocation() {
        assertThat(Redirects.isRedirect(new Answer(302, Map.of(), null, null))).isFalse();
        assertThat(Redirects.isRedirect(answer(302, ""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "301,GET,false", "301,POST,true", "301,PUT,false", "301,HEAD,false",
        "302,GET,false", "302,POST,true", "302,DELETE,false", "302,HEAD,false",
        "303,POST,true", "303,PUT,true", "303,DELETE,true", "303,HEAD,false",
        "307,POST,false", "307,PUT,false", "308,POST,false", "308,PUT,false"
    })
    void changesTheMethodAsBrowsersDo(int status, String method, boolean becomesGet) {
        assertThat(Redirects.becomesGet(status, method)).isEqualTo(becomesGet);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.test/,http://a.test/other?x,true",
        "http://a.test/,http://A.TEST:80/,true",
        "https://a.test/,HTTPS://a.test:443/,true",
        "http://a.test/,http://a.test:81/,false",
        "http://a.test/,https://a.test/,false",
        "http://a.test/,https://a.test:80/,false",
        "http://a.test/,http://b.a.test/,false",
        "http://a.test/,http://a.test.b/,false",
    })
    void comparesOriginsBySchemeHostAndPort(String one, String other, boolean same) {
        assertThat(Redirects.sameOrigin(URI.create(one), URI.create(other))).isEqualTo(same);
        assertThat(Redirects.sameOrigin(URI.create(other), URI.create(one))).isEqualTo(same);
    }

    private static Answer answer(int status, String location) {
        return new Answer(status, Map.of("location", List.of(location)), null, null);
    }
}
