package dev.stickcheck.lab;

import dev.stickcheck.cookie.CookieJar;
import dev.stickcheck.cookie.PublicSuffixes;
import dev.stickcheck.cookie.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// A session as a browser has it: a cookie jar, and redirects that are followed.
final class JarVisitor {
    private static final int MOST_REDIRECTS = 20;

    private final Visitor visitor;
    private final CookieJar jar = new CookieJar(InstantSource.system(), PublicSuffixes.maintained());
    private final List<Received> received = new ArrayList<>();

    /// @param visitor carries the requests, for this session and perhaps for others
    JarVisitor(Visitor visitor) {
        this.visitor = visitor;
    }

    HttpResponse<String> get(URI url) throws IOException, InterruptedException {
        URI at = url;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<String> answer = ask(at, at);
            if (answer.statusCode() / 100 != 3) {
                return answer;
            }
            at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        throw new AssertionError("more than " + MOST_REDIRECTS + " redirects from " + url);
    }

    /// Asks `url` while the jar believes that it is `believed`.
    HttpResponse<String> ask(URI url, URI believed) throws IOException, InterruptedException {
        HttpRequest.Builder request = Visitor.request(url);
        String cookies = jar.send(believed).header();
        HttpResponse<String> answer = visitor.send(cookies == null ? request : request.header("Cookie", cookies));
        received.add(jar.receive(believed, answer.headers().allValues("Set-Cookie")));
        return answer;
    }

    /// The instances of so many requests, one after the other.
    List<String> instances(URI url, int requests) throws IOException, InterruptedException {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            seen.add(Visitor.instance(get(url)));
        }
        return seen;
    }

    List<Received> received() {
        return received;
    }
}
