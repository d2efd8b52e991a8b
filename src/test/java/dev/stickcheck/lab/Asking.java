package dev.stickcheck.lab;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// Requests for work, with the cookie of a session.
record Asking(Visitor visitor, URI lab, String cookie) {
    HttpResponse<String> post(String path, String body) throws Exception {
        return visitor.send(
                Visitor.request(lab.resolve(path)).header("Cookie", cookie).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws Exception {
        return visitor.get(lab.resolve(path), cookie);
    }

    /// The place of a new conversation.
    String begin() throws Exception {
        return post("/api/conversations", "").headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> say(String conversation, String text) throws Exception {
        return post(
                conversation + "/messages", new JsonObject().put("text", text).encode());
    }

    HttpResponse<String> speak(String text) throws Exception {
        return post("/api/speech", new JsonObject().put("text", text).encode());
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /// What an answer says of its cost.
    static String cost(HttpResponse<?> answer) {
        return header(answer, "X-Cache") + " " + header(answer, "X-DB-Queries");
    }
}
