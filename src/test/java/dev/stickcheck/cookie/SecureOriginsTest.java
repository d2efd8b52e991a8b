package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureOriginsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/",
                "wss://app.example.com/",
                "HTTPS://app.example.com/",
                "http://localhost/",
                "http://LOCALHOST:8080/",
                "http://localhost./",
                "http://app.localhost/",
                "http://127.0.0.1/",
                "http://127.255.255.254:81/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]:8080/",
                "ws://127.0.0.1/"
            })
    void keepsAndReturnsSecureCookies(String url) {
        assertThat(Visit.start().get(url, "a=1; Secure").cookies(url)).isEqualTo("a=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/",
                "ws://app.example.com/",
                "http://localhost.example.com/",
                "http://notlocalhost/",
                "http://128.0.0.1/",
                "http://10.0.0.127/",
                "http://127.0.0.1.example.com/",
                "http://127.evil.1/",
                "http://[::2]/",
                "http://[::ffff:127.0.0.1]/"
            })
    void refusesSecureCookies(String url) {
        assertThat(Visit.start().refusals(url, "a=1; Secure")).containsExactly(Reason.SECURE_OVER_HTTP);
    }

    @Test
    void neverSendsASecureCookieInTheClear() {
        Visit visit = Visit.start().get("https://app.example.com/", "a=1; Secure", "b=2");
        assertThat(visit.cookies("http://app.example.com/")).isEqualTo("b=2");
        assertThat(visit.cookies("ws://app.example.com/")).isEqualTo("b=2");
        assertThat(visit.cookies("wss://app.example.com/")).isEqualTo("a=1; b=2");
    }
}
