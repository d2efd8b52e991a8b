package dev.stickcheck.lab;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which request asks the application for what. Its methods block.
final class Routes implements AutoCloseable {
    private static final int LONGEST_TEXT = 2000;
    private static final Pattern CONVERSATION = Pattern.compile("/api/conversations/([0-9a-f-]{36})(/messages)?");

    private final Conversations conversations;
    private final String instance;
    private final Duration speechLatency;
    private @Nullable SpeechFiles speech;
    private boolean closed;

    Routes(Conversations conversations, String instance, Duration speechLatency) {
        this.conversations = conversations;
        this.instance = instance;
        this.speechLatency = speechLatency;
    }

    Reply reply(String method, String path, Buffer body, Cost cost)
            throws Refusal, SQLException, IOException, InterruptedException {
        Matcher one = CONVERSATION.matcher(path);
        if (path.equals("/api/conversations")) {
            require(method, "POST");
            return begun(conversations.begin(cost));
        }
        if (path.equals("/api/speech")) {
            require(method, "POST");
            return Reply.wave(speech().speak(text(body), cost));
        }
        if (!one.matches()) {
            throw new Refusal(404, "no such thing here: POST /api/conversations begins a conversation");
        }
        if (one.group(2) == null) {
            require(method, "GET");
            return found(conversations.find(one.group(1), cost));
        }
        require(method, "POST");
        return said(conversations.say(one.group(1), text(body), cost));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (speech != null) {
            speech.close();
        }
    }

    private synchronized SpeechFiles speech() throws IOException {
        if (closed) {
            throw new IOException("the instance is down");
        }
        if (speech == null) {
            speech = new SpeechFiles(PrivateFolder.create(instance), speechLatency);
        }
        return speech;
    }

    private static Reply begun(Conversation conversation) {
        return Reply.json(201, new JsonObject().put("id", conversation.id()))
                .with("Location", "/api/conversations/" + conversation.id());
    }

    private Reply found(@Nullable Conversation conversation) {
        if (conversation == null) {
            return missing();
        }
        JsonArray messages = new JsonArray();
        conversation
                .messages()
                .forEach(message -> messages.add(
                        new JsonObject().put("author", message.author()).put("text", message.text())));
        return Reply.json(200, new JsonObject().put("id", conversation.id()).put("messages", messages));
    }

    private Reply said(@Nullable Conversation conversation) {
        return conversation == null
                ? missing()
                : Reply.json(
                        200,
                        new JsonObject()
                                .put("id", conversation.id())
                                .put("messages", conversation.messages().size())
                                .put("reply", conversation.messages().getLast().text()));
    }

    private Reply missing() {
        return conversations.mayBeLost()
                ? Reply.problem(
                                404,
                                "this instance does not know the conversation: it lives in another's memory, or lived there")
                        .with("X-Session-Lost", "true")
                : Reply.problem(404, "there is no such conversation");
    }

    private static void require(String method, String wanted) throws Refusal {
        if (!method.equals(wanted)) {
            throw new Refusal(405, "this takes " + wanted);
        }
    }

    private static String text(Buffer body) throws Refusal {
        Object text;
        try {
            text = body.toJsonObject().getValue("text");
        } catch (DecodeException | ClassCastException e) {
            text = null;
        }
        if (!(text instanceof String words) || words.isBlank() || words.length() > LONGEST_TEXT) {
            throw new Refusal(400, "the body is {\"text\": \"…\"}, with 1 to " + LONGEST_TEXT + " characters");
        }
        // PostgreSQL has no place for it.
        return words.replace('\u0000', ' ');
    }
}
