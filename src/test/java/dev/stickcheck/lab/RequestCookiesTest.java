package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCookiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1|1",
                "b=2; a=1|1",
                "b=2;a=1;c=3|1",
                "a=x=y|x=y",
                "a=\"quoted\"|\"quoted\"",
                "aa=2; a=1|1",
                "; ;a=1|1",
                "b; a=1|1",
                "a=1; a=2|1",
                "b=a=3; a=1|1"
            })
    void findsTheFirstOfAName(String header, String value) {
        assertThat(new RequestCookies(List.of(header)).value("a")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"b=1", "a", "A=1", "=a", "ba=1; ab=2", "b=a"})
    void findsNothingElse(String header) {
        assertThat(new RequestCookies(List.of(header)).value("a")).isNull();
    }

    @Test
    void looksThroughSeveralHeaders() {
        RequestCookies cookies = new RequestCookies(List.of("b=1", "a=2"));
        assertThat(cookies.value("a")).isEqualTo("2");
        assertThat(new RequestCookies(List.of()).value("a")).isNull();
    }

    @Test
    void readsALongHeaderOfSeparatorsToItsEnd() {
        assertThat(new RequestCookies(List.of(";=".repeat(500_000) + ";a=1")).value("a"))
                .isEqualTo("1");
    }

    @Test
    void neverShowsAValueWhenPrinted() {
        assertThat(new RequestCookies(List.of("a=secret"))).asString().doesNotContain("secret");
    }
}
