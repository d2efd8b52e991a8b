package dev.stickcheck.cookie;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieRefusal.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session with a jar and a clock that moves when told to.
final class Visit {
    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private Instant now = START;
    private final CookieJar jar;

    private Visit(@Nullable String probed) {
        InstantSource clock = () -> now;
        this.jar = probed == null
                ? new CookieJar(clock, PublicSuffixes.maintained())
                : new CookieJar(clock, PublicSuffixes.maintained(), URI.create(probed));
    }

    static Visit start() {
        return new Visit(null);
    }

    static Visit probing(String url) {
        return new Visit(url);
    }

    /// Lets an answer of `url` set cookies.
    Visit get(String url, String... setCookie) {
        receive(url, setCookie);
        return this;
    }

    Received receive(String url, String... setCookie) {
        return jar.receive(URI.create(url), List.of(setCookie));
    }

    /// The rules that refuse what an answer of `url` sets.
    List<Reason> refusals(String url, String... setCookie) {
        return receive(url, setCookie).refused().stream()
                .map(CookieRefusal::reason)
                .toList();
    }

    Sent send(String url) {
        return jar.send(URI.create(url));
    }

    /// The `Cookie` header, empty where there is none.
    String cookies(String url) {
        String header = send(url).header();
        return header == null ? "" : header;
    }

    Visit wait(Duration time) {
        now = now.plus(time);
        return this;
    }

    CookieJar jar() {
        return jar;
    }
}
