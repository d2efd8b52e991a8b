package dev.stickcheck.simulations;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Collections;
import java.util.List;

/// Asks the target's one path again and again, as `stickcheck probe` does.
public final class RequestJourney extends Journey {
    @Override
    public List<ChainBuilder> steps(Context context) {
        String path = context.path();
        String body = context.body();
        // Functions, since Gatling would read expressions in texts.
        HttpRequestActionBuilder request = http("request").httpRequest(context.method(), session -> path);
        ChainBuilder step = exec(body.isEmpty() ? request : request.body(StringBody(session -> body)));
        return Collections.nCopies(context.requestsPerSession(), step);
    }
}
