package dev.stickcheck.simulations;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A conversation with speech, as the lab's application holds it: it is begun, something is said and answered, and
/// answers are spoken, some of them again.
///
/// The instance that holds the conversation need not ask the database for what came before, and the one that has spoken
/// a phrase need not make its sound again: that is what affinity can win here.
public final class ConversationJourney extends Journey {
    private static final String CONVERSATION = "conversation";
    private static final int SPOKEN_EVERY = 3;
    /// So often a phrase is spoken in a session.
    private static final int TIMES_SPOKEN = 3;

    @Override
    public List<ChainBuilder> steps(Context context) {
        List<ChainBuilder> steps = new ArrayList<>();
        steps.add(exec(session -> session.remove(CONVERSATION)).exec(begin()));
        while (steps.size() < context.requestsPerSession()) {
            int number = steps.size();
            steps.add(number % SPOKEN_EVERY == 0 ? exec(speak(number / SPOKEN_EVERY)) : say(number));
        }
        return steps;
    }

    private static HttpRequestActionBuilder begin() {
        return http("begin")
                .post("/api/conversations")
                .check(jsonPath("$.id").optional().saveAs(CONVERSATION));
    }

    /// Where the beginning failed, it is tried again in place of what was to be said.
    private static ChainBuilder say(int number) {
        return doIfOrElse(session -> session.contains(CONVERSATION))
                .then(exec(http("say")
                        .post(session -> "/api/conversations/" + session.getString(CONVERSATION) + "/messages")
                        .body(StringBody(session -> text("This is message " + number + " of the conversation.")))
                        .asJson()))
                .orElse(exec(begin()));
    }

    private static HttpRequestActionBuilder speak(int spoken) {
        return http("speak")
                .post("/api/speech")
                .body(StringBody(session -> text(phrase(session, (spoken - 1) / TIMES_SPOKEN))))
                .asJson();
    }

    /// A phrase of this session alone: what the other arm has had spoken must not help.
    private static String phrase(Session session, int number) {
        return String.format(Locale.ROOT, "%3s %d/%d, phrase %d", arm(session), user(session), visit(session), number);
    }

    private static String text(String words) {
        return "{\"text\": \"" + words + "\"}";
    }
}
