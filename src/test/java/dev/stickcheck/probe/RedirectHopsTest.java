package dev.stickcheck.probe;

import static dev.stickcheck.probe.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.probe.Transport.Hop;
import dev.stickcheck.probe.Transport.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a request carries from hop to hop of a redirect.
@Timeout(30)
class RedirectHopsTest {
    private static final String START = "http://a.test/start";
    private static final Reply HERE = answer(200, "X-Instance-ID: here");

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsEachStatusToTheInstanceThatAnswersAtLast(int status) {
        ScriptedTransport transport = site(Map.of(START, answer(status, "Location: /end", "X-Instance-ID: sender")));
        ProbeRun run = ProbeRun.of(PlanBuilder.of(START).plan(), transport);

        assertThat(urls(transport)).containsExactly(START, "http://a.test/end");
        assertThat(run.single().outcome()).isEqualTo(new Outcome.Identified("here", 200));
    }

    @ParameterizedTest
    @CsvSource({
        "301,POST,GET,-",
        "302,POST,GET,-",
        "303,POST,GET,-",
        "307,POST,POST,body",
        "308,POST,POST,body",
        "301,PUT,PUT,body",
        "303,PUT,GET,-",
        "303,HEAD,HEAD,body",
        "307,PATCH,PATCH,body"
    })
    void changesMethodAndBodyTogether(int status, String method, String then, String body) {
        ScriptedTransport transport = site(Map.of(START, answer(status, "Location: /end")));
        ProbeRun.of(
                PlanBuilder.of(START)
                        .send(method, "body")
                        .header("Content-Type", "text/plain")
                        .header("X-Kept", "yes")
                        .plan(),
                transport);

        Hop last = transport.hops.getLast();
        assertThat(last.method()).isEqualTo(then);
        assertThat(String.valueOf(last.body())).isEqualTo(body.equals("-") ? "null" : body);
        assertThat(ScriptedTransport.value(last, "Content-Type")).isEqualTo(body.equals("-") ? "-" : "text/plain");
        assertThat(ScriptedTransport.value(last, "X-Kept")).isEqualTo("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://b.test/x", "http://a.test:81/x", "https://a.test/x", "//b.test/x", "http://sub.a.test/x"
            })
    void dropsCredentialsOnAnotherOrigin(String elsewhere) {
        ScriptedTransport transport = site(Map.of(START, answer(307, "Location: " + elsewhere)));
        ProbeRun.of(
                PlanBuilder.of(START)
                        .header("Authorization", "Bearer token")
                        .header("X-Key", "key")
                        .header("Cookie", "mine=1")
                        .send("POST", "secret")
                        .plan(),
                transport);

        assertThat(transport.values("Authorization")).containsExactly("Bearer token", "-");
        assertThat(transport.values("X-Key")).containsExactly("key", "-");
        assertThat(transport.values("Cookie")).containsExactly("mine=1", "-");
        assertThat(transport.hops).extracting(hop -> String.valueOf(hop.body())).containsExactly("secret", "null");
        assertThat(transport.values("User-Agent")).containsExactly("stickcheck", "stickcheck");
    }

    @Test
    void doesNotSendCredentialsAgainOnTheWayBack() {
        ScriptedTransport transport = site(Map.of(
                START,
                answer(302, "Location: http://b.test/x"),
                "http://b.test/x",
                answer(302, "Location: http://a.test/back")));
        ProbeRun.of(
                PlanBuilder.of(START)
                        .sessions(1, 2)
                        .header("Authorization", "Basic abc")
                        .plan(),
                transport);

        assertThat(transport.values("Authorization"))
                .as("a fresh request carries them again")
                .containsExactly("Basic abc", "-", "-", "Basic abc", "-", "-");
    }

    @Test
    void keepsCredentialsWithinTheOrigin() {
        ScriptedTransport transport = site(Map.of(START, answer(302, "Location: http://A.test:80/end")));
        ProbeRun.of(PlanBuilder.of(START).header("Authorization", "Basic abc").plan(), transport);

        assertThat(transport.values("Authorization")).containsExactly("Basic abc", "Basic abc");
    }

    @Test
    void returnsTheCookieOfAHopFromTheNextHopOn() {
        ScriptedTransport transport = site(Map.of(
                START,
                answer(302, "Location: /middle", "Set-Cookie: one=1; Path=/"),
                "http://a.test/middle",
                answer(302, "Location: /end", "Set-Cookie: two=2; Path=/end")));
        ProbeRun run = ProbeRun.of(PlanBuilder.of(START).sessions(1, 2).plan(), transport);

        assertThat(transport.values("Cookie"))
                .containsExactly("-", "one=1", "two=2; one=1", "one=1", "one=1", "two=2; one=1");
        Observation first = run.observations().getFirst();
        assertThat(first.cookies().set()).containsExactly("one", "two");
        assertThat(first.cookies().sent()).as("of the first hop").isEmpty();
        assertThat(run.observations().getLast().cookies().sent()).containsExactly("one");
        assertThat(run.observations().getLast().cookieBytes()).isEqualTo("one=1".length());
    }

    @Test
    void keepsCookiesToTheHostThatSetThem() {
        ScriptedTransport transport = site(Map.of(
                START,
                answer(302, "Location: http://b.test/x", "Set-Cookie: a=1; Path=/"),
                "http://b.test/x",
                answer(302, "Location: http://a.test/end", "Set-Cookie: b=2; Path=/")));
        ProbeRun.of(PlanBuilder.of(START).plan(), transport);

        assertThat(transport.values("Cookie")).containsExactly("-", "-", "a=1");
    }

    @Test
    void goesInACircleTwentyTimesAndThenGivesUp() {
        ScriptedTransport transport = new ScriptedTransport(
                hop -> answer(302, "Location: " + hop.uri().getPath() + "x"));
        ProbeRun run = ProbeRun.of(PlanBuilder.of(START).plan(), transport);

        assertThat(transport.hops).hasSize(21);
        assertThat(run.single().outcome())
                .isEqualTo(new Outcome.NoAnswer(ErrorKind.REDIRECT_LOOP, "redirected 20 times without an end"));
    }

    @Test
    void followsTwentyRedirectsToTheirEnd() {
        ScriptedTransport transport =
                new ScriptedTransport(hop -> hop.uri().getPath().length() == 26
                        ? HERE
                        : answer(302, "Location: " + hop.uri().getPath() + "x"));
        ProbeRun run = ProbeRun.of(PlanBuilder.of(START).plan(), transport);

        assertThat(transport.hops).hasSize(21);
        assertThat(run.single().instance()).isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.test/", "javascript:alert(1)", "http://", "http://a.test:99999/"})
    void namesALocationThatCannotBeFollowed(String location) {
        ScriptedTransport transport = site(Map.of(START, answer(302, "Location: " + location)));
        ProbeRun run = ProbeRun.of(PlanBuilder.of(START).plan(), transport);

        assertThat(transport.hops).hasSize(1);
        assertThat(run.errors()).containsExactly(ErrorKind.BAD_REDIRECT);
    }

    @Test
    void takesARedirectWithoutALocationForAnAnswer() {
        ScriptedTransport transport = site(Map.of(START, answer(302, "X-Instance-ID: here")));

        assertThat(ProbeRun.of(PlanBuilder.of(START).plan(), transport).single().outcome())
                .isEqualTo(new Outcome.Identified("here", 302));
    }

    @Test
    void sendsAUserAgentThatIsGivenInPlaceOfItsOwn() {
        ScriptedTransport transport = site(Map.of());
        ProbeRun.of(PlanBuilder.of(START).header("user-agent", "mine").plan(), transport);

        assertThat(transport.values("User-Agent")).containsExactly("mine");
    }

    private static ScriptedTransport site(Map<String, Reply> pages) {
        Map<String, Reply> known = new HashMap<>(pages);
        return new ScriptedTransport(hop -> known.getOrDefault(hop.uri().toString(), HERE));
    }

    private static List<String> urls(ScriptedTransport transport) {
        return transport.hops.stream().map(hop -> hop.uri().toString()).toList();
    }
}
