package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conversations as clients of a lab meet them.
class ConversationTest {
    @Test
    void growOnTheirInstanceAndComeFromItsCache() throws Exception {
        try (Lab lab = start("lab:cookie");
                Visitor visitor = Visitor.local()) {
            Asking session = session(lab, visitor);
            String place = session.begin();

            HttpResponse<String> first = session.say(place, "hello");
            HttpResponse<String> second = session.say(place, "again");
            HttpResponse<String> whole = session.get(place);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(Asking.cost(first)).isEqualTo("HIT 1");
            assertThat(Asking.cost(second)).isEqualTo("HIT 1");
            assertThat(Asking.cost(whole)).isEqualTo("HIT 1");
            assertThat(new JsonObject(second.body()).getInteger("messages")).isEqualTo(4);
            assertThat(new JsonObject(second.body()).getString("reply")).contains("2 messages");
            assertThat(new JsonObject(whole.body()).getJsonArray("messages").getJsonObject(2))
                    .isEqualTo(new JsonObject().put("author", "user").put("text", "again"));
            assertThat(Asking.header(whole, "Server-Timing")).matches("db;dur=\\d+\\.\\d{3}, cache;desc=hit");
        }
    }

    /// What another instance wrote is never missing, and what one instance has cached is never served when it is old.
    @Test
    void areWholeOnEveryInstanceAlthoughEachHasACache() throws Exception {
        try (Lab lab = start("lab:round-robin?database-latency=0ms");
                Visitor visitor = Visitor.local()) {
            Asking session = new Asking(visitor, lab.url(), "a=b");
            String place = session.begin();
            Set<String> instances = new HashSet<>();
            for (int said = 1; said <= 12; said++) {
                HttpResponse<String> answer = session.say(place, "text " + said);
                instances.add(Visitor.instance(answer));
                assertThat(new JsonObject(answer.body()).getInteger("messages")).isEqualTo(2 * said);
                assertThat(Asking.header(answer, "X-Cache")).isEqualTo("MISS");
            }
            assertThat(instances).hasSize(3);
            assertThat(Asking.cost(session.get(place)))
                    .as("known, but old: what is new is fetched")
                    .isEqualTo("MISS 1");
        }
    }

    @Test
    void loseNothingWhenAllInstancesWriteAtOnce() throws Exception {
        try (Lab lab = start("lab:round-robin?database-latency=0ms");
                Visitor visitor = Visitor.local();
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Asking session = new Asking(visitor, lab.url(), "a=b");
            String place = session.begin();
            Callable<Integer> writer = () -> session.say(place, "now").statusCode();
            int written = 0;
            for (Future<Integer> status : writers.invokeAll(List.of(writer, writer, writer, writer, writer, writer))) {
                assertThat(status.get()).isIn(200, 409);
                written += status.get() == 200 ? 1 : 0;
            }
            assertThat(written).isPositive();
            assertThat(new JsonObject(session.get(place).body()).getJsonArray("messages"))
                    .hasSize(2 * written);
        }
    }

    @Test
    void liveInOneInstanceAloneWhenTheStateIsInMemory() throws Exception {
        try (Lab lab = start("lab:round-robin?state=memory&instances=2");
                Visitor visitor = Visitor.local()) {
            Asking session = new Asking(visitor, lab.url(), "a=b");
            String place = session.begin();

            HttpResponse<String> elsewhere = session.say(place, "hello");
            HttpResponse<String> athome = session.say(place, "hello");

            assertThat(elsewhere.statusCode()).isEqualTo(404);
            assertThat(Asking.header(elsewhere, "X-Session-Lost")).isEqualTo("true");
            assertThat(Asking.cost(elsewhere)).isEqualTo("MISS 0");
            assertThat(athome.statusCode()).isEqualTo(200);
            assertThat(Asking.cost(athome)).isEqualTo("HIT 0");
        }
    }

    @Test
    void areNotFoundRatherThanLostWhenTheDatabaseDoesNotKnowThem() throws Exception {
        try (Lab lab = start("lab:cookie");
                Visitor visitor = Visitor.local()) {
            HttpResponse<String> answer =
                    session(lab, visitor).get("/api/conversations/00000000-0000-0000-0000-000000000000");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Asking.header(answer, "X-Session-Lost")).isEmpty();
            assertThat(Asking.cost(answer)).isEqualTo("MISS 1");
        }
    }

    @Test
    void endBeforeTheyFillTheMemory() throws Exception {
        try (Lab lab = start("lab:cookie?instances=1&state=memory");
                Visitor visitor = Visitor.local()) {
            Asking session = session(lab, visitor);
            String place = session.begin();
            for (int said = 0; said < Conversation.MOST_MESSAGES; said += 2) {
                session.say(place, "more");
            }
            assertThat(session.say(place, "more").statusCode()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"text\":1}",
                "{\"text\":\" \"}",
                "{\"text\":null}",
                "{\"text\":",
                "\u0000",
                "[[[[[[[["
            })
    void refuseBodiesThatMakeNoSense(String body) throws Exception {
        try (Lab lab = start("lab:cookie");
                Visitor visitor = Visitor.local()) {
            Asking session = session(lab, visitor);
            HttpResponse<String> answer = session.post(session.begin() + "/messages", body);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(new JsonObject(answer.body()).getString("error")).startsWith("the body is {\"text\"");
            assertThat(Asking.cost(answer)).isEqualTo("MISS 0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/conversations, 405",
        "DELETE, /api/speech, 405",
        "GET, /api/conversations/../../etc/passwd, 404",
        "GET, /api/conversations/00000000-0000-0000-0000-000000000000/messages, 405",
        "GET, /api/conversationsfoo, 404"
    })
    void refuseWhatIsNotThere(String method, String path, int status) throws Exception {
        try (Lab lab = start("lab:cookie")) {
            String answer =
                    Visitor.raw(lab.url(), method + " " + path + " HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase("x-instance-id: instance-");
        }
    }

    @Test
    void readNoBodyThatIsTooLong() throws Exception {
        try (Lab lab = start("lab:cookie");
                Visitor visitor = Visitor.local()) {
            Asking session = session(lab, visitor);
            assertThat(session.post("/api/speech", "x".repeat(20_000)).statusCode())
                    .isEqualTo(413);
            assertThat(session.speak("x".repeat(2001)).statusCode()).isEqualTo(400);
            assertThat(session.get("/api/health").statusCode()).isEqualTo(200);
        }
    }

    private static Lab start(String target) {
        return Lab.start(LabSpec.parse(target));
    }

    private static Asking session(Lab lab, Visitor visitor) throws Exception {
        return new Asking(visitor, lab.url(), Visitor.cookie(visitor.get(lab.url(), "")));
    }
}
