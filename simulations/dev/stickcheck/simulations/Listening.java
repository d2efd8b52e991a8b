package dev.stickcheck.simulations;

import dev.stickcheck.identify.Answer;
import dev.stickcheck.identify.Identifier;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.InstanceSource;
import io.gatling.http.client.Request;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Session;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.cookie.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hears of every request of one arm, where Gatling sends it and where its answer ends.
final class Listening {
    private static final int MOST_REDIRECTS = 10;
    private static final int LONGEST_BODY = 1 << 20;

    private final Run run;
    private final URI target;
    private final Set<Integer> lostStatuses;
    private final InstanceSource source;
    private final Identifier identifier;

    Listening(Run run, URI target, Set<Integer> lostStatuses) {
        this.run = run;
        this.target = target;
        this.lostStatuses = Set.copyOf(lostStatuses);
        this.source = run.instructions.source();
        this.identifier = new Identifier(source);
    }

    /// A redirect that must not be followed.
    static final class BadRedirect extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadRedirect() {
            super("the redirect leads nowhere, or away from the target");
        }
    }

    void asking(long userId) {
        Visit visit = run.visit(userId);
        if (visit != null) {
            visit.asking(System.nanoTime());
        }
    }

    Request sending(Request request, Session session) {
        Visit visit = run.visit(session.userId());
        if (visit != null) {
            String header = request.getHeaders().get(HttpHeaderNames.COOKIE);
            List<String> names = request.getCookies().stream().map(Cookie::name).toList();
            visit.askingUnlessAsked(System.nanoTime());
            visit.sending(header == null ? 0 : header.length(), names);
        }
        return request;
    }

    Response answered(Response response, Session session) {
        long now = System.nanoTime();
        Visit visit = run.visit(session.userId());
        if (visit == null) {
            return response;
        }
        HttpHeaders headers = response.headers();
        int status = response.status().code();
        visit.cookiesSet(cookieNames(headers));
        String location = status / 100 == 3 && status != 304 ? headers.get(HttpHeaderNames.LOCATION) : null;
        if (location != null) {
            follow(visit, response, location, now);
            return response;
        }
        if (status < 100 || status > 999) {
            visit.failed(ErrorKind.PROTOCOL, now);
            return response;
        }
        visit.answered(now, status, identifier.identify(answer(response)), Told.of(headers, status, lostStatuses));
        return response;
    }

    private void follow(Visit visit, Response response, String location, long now) {
        if (!staysOnTarget(response, location)) {
            visit.failed(ErrorKind.BAD_REDIRECT, now);
            throw new BadRedirect();
        }
        if (visit.redirected() > MOST_REDIRECTS) {
            visit.failed(ErrorKind.REDIRECT_LOOP, now);
            throw new BadRedirect();
        }
    }

    /// An application may redirect to one of its instances, by a port of the same host. Headers that the user has given
    /// may be credentials, and stay where they were given to.
    private boolean staysOnTarget(Response response, String location) {
        try {
            URI to = URI.create(response.request().getUri().toUrl()).resolve(location.strip());
            return to.getHost() != null
                    && to.getHost().equalsIgnoreCase(target.getHost())
                    && target.getScheme().equalsIgnoreCase(to.getScheme())
                    && (to.getPort() == target.getPort()
                            || run.instructions.request().headers().isEmpty());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Answer answer(Response response) {
        HttpHeaders headers = response.headers();
        return switch (source) {
            case InstanceSource.Header(String name, var pattern) ->
                new Answer(Map.of(name.toLowerCase(Locale.ROOT), headers.getAll(name)), Answer.Jar.EMPTY, null);
            case InstanceSource.Cookie cookie ->
                new Answer(
                        Map.of("set-cookie", headers.getAll(HttpHeaderNames.SET_COOKIE)),
                        name -> sent(response.request(), name),
                        null);
            case InstanceSource.Json json -> new Answer(Map.of(), Answer.Jar.EMPTY, body(response));
            case InstanceSource.Body body -> new Answer(Map.of(), Answer.Jar.EMPTY, body(response));
        };
    }

    private static @Nullable String sent(Request request, String name) {
        for (Cookie cookie : request.getCookies()) {
            if (cookie.name().equals(name)) {
                return cookie.value();
            }
        }
        return null;
    }

    private static @Nullable String body(Response response) {
        return response.body().length() > LONGEST_BODY ? null : response.body().string();
    }

    private static List<String> cookieNames(HttpHeaders headers) {
        return headers.getAll(HttpHeaderNames.SET_COOKIE).stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf('='))).strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
