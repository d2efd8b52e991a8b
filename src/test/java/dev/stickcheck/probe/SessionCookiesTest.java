package dev.stickcheck.probe;

import static dev.stickcheck.probe.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each session has its own jar, and what it does with cookies is observed by name.
@Timeout(30)
class SessionCookiesTest {
    private static final String URL = "http://lb.test/";

    @Test
    void givesEachSessionAJarOfItsOwn() {
        ScriptedTransport transport = new ScriptedTransport(
                hop -> ScriptedTransport.value(hop, "Cookie").equals("-")
                        ? answer(200, "Set-Cookie: pin=" + hop.route().session())
                        : answer(200));
        ProbeRun.of(PlanBuilder.of(URL).sessions(5, 3).plan(), transport);

        assertThat(transport.hops.subList(5, 15))
                .allSatisfy(hop -> assertThat(ScriptedTransport.value(hop, "Cookie"))
                        .isEqualTo("pin=" + hop.route().session()));
    }

    @Test
    void forgetsCookiesBetweenRequestsWhenTheyAreDropped() {
        ScriptedTransport transport = new ScriptedTransport(hop -> answer(200, "Set-Cookie: pin=1"));
        ProbeRun run =
                ProbeRun.of(PlanBuilder.of(URL).sessions(2, 3).dropCookies().plan(), transport);

        assertThat(transport.values("Cookie")).containsOnly("-");
        assertThat(run.observations())
                .extracting(observation -> observation.cookies().set())
                .allSatisfy(set -> assertThat(set).containsExactly("pin"));
    }

    @Test
    void tellsWhichCookiesWereSentSetAndRefusedAndNeverTheirValues() {
        ScriptedTransport transport = new ScriptedTransport(
                hop -> answer(200, "Set-Cookie: pin=s3cret", "Set-Cookie: far=s3cret; Domain=elsewhere.test"));
        ProbeRun run = ProbeRun.of(PlanBuilder.of(URL).sessions(1, 2).plan(), transport);

        CookieTrace second = run.observations().getLast().cookies();
        assertThat(second.sent()).containsExactly("pin");
        assertThat(second.set()).containsExactly("pin", "far");
        assertThat(second.refused()).extracting(CookieRefusal::name).containsExactly("far");
        assertThat(run.observations().getLast().cookieBytes()).isEqualTo("pin=s3cret".length());
        assertThat(run.toString()).doesNotContain("s3cret");
    }

    @Test
    void sendsCookiesGivenByHeaderBesideThoseOfTheJar() {
        ScriptedTransport transport = new ScriptedTransport(hop -> answer(200, "Set-Cookie: pin=1"));
        Plan plan = PlanBuilder.of(URL)
                .sessions(1, 2)
                .header("Cookie", "login=abc")
                .header("cookie", "flavour=plain")
                .plan();
        ProbeRun run = ProbeRun.of(plan, transport);

        assertThat(transport.values("Cookie"))
                .containsExactly("login=abc; flavour=plain", "login=abc; flavour=plain; pin=1");
        assertThat(run.observations())
                .extracting(Observation::cookieBytes)
                .containsExactly("login=abc; flavour=plain".length(), "login=abc; flavour=plain; pin=1".length());
    }

    @Test
    void findsTheInstanceInACookieEvenWhenItIsNotSetAgain() {
        ScriptedTransport transport = new ScriptedTransport(hop ->
                ScriptedTransport.value(hop, "Cookie").equals("-") ? answer(200, "Set-Cookie: srv=b2") : answer(200));
        ProbeRun run = ProbeRun.of(
                PlanBuilder.of(URL)
                        .sessions(1, 3)
                        .instanceFrom(new InstanceSource.Cookie("srv"))
                        .plan(),
                transport);

        assertThat(run.instances())
                .hasSize(3)
                .containsOnly(run.instances().getFirst())
                .doesNotContain("null");
    }
}
