package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieRefusal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FullJarTest {
    private static final String APP = "https://app.example.com/";

    private static Visit full(String attributes) {
        return Visit.start()
                .get(
                        APP,
                        IntStream.range(0, 180)
                                .mapToObj(i -> "c" + i + "=1" + attributes)
                                .toArray(String[]::new));
    }

    private static List<CookieRefusal> givenUp(String... names) {
        return List.of(names).stream()
                .map(name -> new CookieRefusal(name, Reason.JAR_FULL))
                .toList();
    }

    @Test
    void keeps180Cookies() {
        Visit visit = full("");
        assertThat(visit.jar().size()).isEqualTo(180);
        assertThat(visit.send(APP).names()).hasSize(180);
        assertThat(visit.receive(APP, "c7=again").refused()).isEmpty();
    }

    @Test
    void givesUpTheOldestOfCookiesUsedTogether() {
        Visit visit = full("");
        visit.send(APP);
        assertThat(visit.receive(APP, "new=1", "newer=1").refused()).isEqualTo(givenUp("c0", "c1"));
        assertThat(visit.jar().size()).isEqualTo(180);
        assertThat(visit.send(APP).names()).contains("new", "newer").doesNotContain("c0", "c1");
    }

    @Test
    void givesUpTheCookieThatWasUsedLongestAgo() {
        Visit visit = full("").get(APP, "c0=renewed", "c1=renewed");
        assertThat(visit.receive(APP, "new=1").refused()).isEqualTo(givenUp("c2"));
    }

    @Test
    void givesUpPlainCookiesBeforeSecureOnes() {
        Visit visit = full("; Secure");
        assertThat(visit.receive(APP, "plain=1").refused())
                .as("even the newest")
                .isEqualTo(givenUp("plain"));
        assertThat(visit.receive(APP, "secure=1; Secure").refused()).isEqualTo(givenUp("c0"));
    }

    @Test
    void makesRoomByWhatEndedAndTellsItsEnd() {
        Visit visit = full("").get(APP, "c5=1; Max-Age=1", "c9=1; Max-Age=1").wait(Duration.ofSeconds(1));
        assertThat(visit.receive(APP, "new=1", "newer=1").refused()).isEmpty();
        assertThat(visit.jar().size()).isEqualTo(180);
        assertThat(visit.send(APP).ended()).containsExactly("c5", "c9");
    }
}
