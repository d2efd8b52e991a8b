package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieDefectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SECURE   | a=b; Path=/; HttpOnly           | a=b; Path=/; HttpOnly; Secure",
                "SECURE   | a=b; Path=/; Secure             | a=b; Path=/; Secure",
                "PATH     | a=b; path=/; HttpOnly           | a=b; HttpOnly; Path=/stickcheck-nowhere",
                "DOMAIN   | a=b; Path=/                     | a=b; Path=/; Domain=elsewhere.test",
                "SAMESITE | a=b; SameSite=None; Secure      | a=b; SameSite=None",
                "SAMESITE | a=b; SameSite=Lax; path=/       | a=b; path=/; SameSite=None",
                "EXPIRED  | a=b; Max-Age=3600; Expires=x; P | a=b; P; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "SECURE   | secure=b; Path=/                | secure=b; Path=/; Secure"
            })
    void replacesWhatWouldHideIt(CookieDefect defect, String cookie, String defective) {
        assertThat(defect.of(cookie)).isEqualTo(defective);
    }

    @Test
    void marksEveryCookieOfAPolicyAndLeavesItsChoicesAlone() {
        Table table = Table.ofWeights(List.of(1, 1));
        Policy cookie = new InsertedCookie(PinCodes.of(2, 42), Rotation.over(2));
        Policy policy = new DefectiveCookie(cookie, CookieDefect.DOMAIN);
        assertThat(Played.instances(policy, table, 1, 4, i -> Played.anyone()))
                .isEqualTo(Played.instances(cookie, table, 1, 4, i -> Played.anyone()));
        assertThat(Played.decisions(policy, table, 1, 4, i -> Played.anyone()))
                .allSatisfy(decision -> assertThat(((Decision.Forward) decision).setCookies())
                        .allMatch(set -> set.endsWith("; Domain=elsewhere.test")));
    }
}
