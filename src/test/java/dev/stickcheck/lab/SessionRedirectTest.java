package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRedirectTest {
    private static final int MANY = 20_000;
    private static final SessionRedirect RULE = rule(0, 0);

    /// From Python: `int(hashlib.md5(s.encode()).hexdigest(), 16) % n`.
    @ParameterizedTest
    @CsvSource({
        "abc, 3, 1",
        "session-1, 3, 0",
        "session-2, 3, 1",
        "550e8400-e29b-41d4-a716-446655440000, 3, 0",
        "é, 7, 1"
    })
    void findsTheInstanceThatTheGuidesCodeFinds(String session, int instances, int right) {
        SessionRedirect rule = new SessionRedirect(instances, Duration.ofHours(1), 0, 0, null);
        assertThat(rule.instance(session)).isEqualTo(right);
    }

    @Test
    void servesItsOwnSessionsAndSendsOthersToTheirInstance() {
        int right = RULE.instance("abc");
        for (int own = 0; own < 3; own++) {
            assertThat(RULE.course(own, true, "abc", Played.seeded(1)))
                    .isEqualTo(new SessionRedirect.Course(
                            right, "session_id=abc; HttpOnly; Max-Age=3600; Path=/; SameSite=lax", Breach.NONE));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void beginsASessionWithARandomIdThatFitsItsInstance(long seed) {
        RandomGenerator random = Played.seeded(seed);
        long[] counts = new long[3];
        for (int i = 0; i < MANY; i++) {
            SessionRedirect.Course course = RULE.course(0, true, "", random);
            String id = course.setCookie().split("[=;]", 3)[1];
            assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(RULE.instance(id)).isEqualTo(course.instance());
            counts[course.instance()]++;
        }
        assertThat(Arrays.stream(counts).boxed())
                .as("seed %d", seed)
                .allSatisfy(count ->
                        assertThat(Played.deviations(count, MANY, 1.0 / 3)).isLessThan(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsItsShareOfRequestsWhereTheyDoNotBelong(long seed) {
        RandomGenerator random = Played.seeded(seed);
        SessionRedirect rule = rule(0.2, 0);
        int right = rule.instance("abc");
        int astray = 0;
        for (int i = 0; i < MANY; i++) {
            SessionRedirect.Course course = rule.course(i % 3, true, "abc", random);
            astray += course.instance() == right ? 0 : 1;
            assertThat(course.breach() == Breach.MISROUTED).isEqualTo(course.instance() != right);
        }
        assertThat(Played.deviations(astray, MANY, 0.2)).as("seed %d", seed).isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void forgetsItsShareOfSessions(long seed) {
        RandomGenerator random = Played.seeded(seed);
        SessionRedirect rule = rule(0, 0.1);
        int lost = 0;
        for (int i = 0; i < MANY; i++) {
            SessionRedirect.Course course = rule.course(0, true, "abc", random);
            lost += course.setCookie().startsWith("session_id=abc;") ? 0 : 1;
            assertThat(course.breach() == Breach.PIN_LOST)
                    .isEqualTo(!course.setCookie().startsWith("session_id=abc;"));
        }
        assertThat(Played.deviations(lost, MANY, 0.1)).as("seed %d", seed).isLessThan(4);
    }

    @Test
    void drawsNoLotForARequestThatWasRedirectedAlready() {
        SessionRedirect rule = rule(0.6, 1);
        int right = rule.instance("abc");
        for (int own = 0; own < 3; own++) {
            SessionRedirect.Course course = rule.course(own, false, "abc", Played.seeded(own));
            assertThat(course.instance()).isEqualTo(right);
            assertThat(course.breach()).isEqualTo(Breach.NONE);
        }
    }

    @Test
    void setsItsCookieWithADefect() {
        SessionRedirect rule = new SessionRedirect(3, Duration.ofHours(1), 0, 0, CookieDefect.EXPIRED);
        assertThat(rule.course(0, true, "abc", Played.seeded(1)).setCookie())
                .isEqualTo("session_id=abc; HttpOnly; Path=/; SameSite=lax; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    }

    private static SessionRedirect rule(double misroute, double losePin) {
        return new SessionRedirect(3, Duration.ofHours(1), misroute, losePin, null);
    }
}
