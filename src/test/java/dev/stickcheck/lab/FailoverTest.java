package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a conversation when its instance dies, behind the embedded balancer and behind real ones.
class FailoverTest {
    @ParameterizedTest
    @ValueSource(strings = {"cookie", "nginx/cookie", "haproxy/cookie", "apache/cookie", "caddy/cookie"})
    void aConversationInTheDatabaseGoesOnElsewhere(String policy) throws Exception {
        try (Lab lab = start(policy + "?database-latency=0ms");
                Visitor visitor = Visitor.local()) {
            HttpResponse<String> pinned = visitor.get(lab.url(), "");
            Asking session = new Asking(visitor, lab.url(), Visitor.cookie(pinned));
            String place = session.begin();
            session.say(place, "hello");

            new Controls(lab, visitor).order(Visitor.instance(pinned) + "/kill");
            HttpResponse<String> after = moved(lab, visitor, session).say(place, "are you there?");

            assertThat(Visitor.instance(after)).isNotEqualTo(Visitor.instance(pinned));
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(new JsonObject(after.body()).getInteger("messages")).isEqualTo(4);
            assertThat(Asking.cost(after))
                    .as("the new instance's cache is empty")
                    .isEqualTo("MISS 3");
            assertThat(Asking.header(after, "X-Session-Lost")).isEmpty();
        }
    }

    /// Also when the instance is back: what it remembered died with it.
    @ParameterizedTest
    @ValueSource(strings = {"cookie", "haproxy/cookie"})
    void aConversationInMemoryIsLostWithItsInstance(String policy) throws Exception {
        try (Lab lab = start(policy + "?state=memory");
                Visitor visitor = Visitor.local()) {
            HttpResponse<String> pinned = visitor.get(lab.url(), "");
            Asking session = new Asking(visitor, lab.url(), Visitor.cookie(pinned));
            String place = session.begin();
            assertThat(session.say(place, "hello").statusCode()).isEqualTo(200);

            new Controls(lab, visitor).order(Visitor.instance(pinned) + "/kill");
            HttpResponse<String> elsewhere = moved(lab, visitor, session).say(place, "are you there?");
            new Controls(lab, visitor).order(Visitor.instance(pinned) + "/restore");
            HttpResponse<String> back = session.say(place, "are you back?");

            assertThat(Visitor.instance(elsewhere)).isNotEqualTo(Visitor.instance(pinned));
            assertThat(Visitor.instance(back)).isEqualTo(Visitor.instance(pinned));
            for (HttpResponse<String> answer : List.of(elsewhere, back)) {
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(Asking.header(answer, "X-Session-Lost")).isEqualTo("true");
                assertThat(Asking.cost(answer)).isEqualTo("MISS 0");
            }
        }
    }

    @Test
    void whatAProgramCannotDrainIsToldToWhoeverOrdersIt() throws Exception {
        try (Lab lab = start("caddy/cookie");
                Visitor visitor = Visitor.local()) {
            HttpResponse<String> answer = new Controls(lab, visitor).post("instance-1/drain");

            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).contains("Caddy cannot keep an instance's sessions");
        }
    }

    /// The session on the instance that has taken it over. A read moves it: a balancer may refuse to send a POST twice
    /// when the connection that it took for it has just died.
    private static Asking moved(Lab lab, Visitor visitor, Asking session) throws Exception {
        HttpResponse<String> answer = session.get("/api/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Asking(visitor, lab.url(), Visitor.cookie(answer));
    }

    private static Lab start(String target) {
        return Lab.start(
                LabSpec.parse("lab:" + target), LabOpening.onLoopback(1).controlledAt(0));
    }
}
