package dev.stickcheck.lab;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/// An instance's application as the guide's option 5 wraps it: what belongs to another instance is redirected there, to
/// the same host name, so that the cookie goes along.
final class Redirecting implements Handler<HttpServerRequest> {
    private final SessionRedirect rule;
    private final int own;
    private final IntUnaryOperator ports;
    private final RandomGenerator random;
    private final BiConsumer<Breach, Integer> breaches;
    private final Handler<HttpServerRequest> application;

    /// @param own this instance's index
    /// @param ports where each instance listens
    /// @param breaches is told what was done wrong on purpose, and the instance that has the request now
    Redirecting(
            SessionRedirect rule,
            int own,
            IntUnaryOperator ports,
            RandomGenerator random,
            BiConsumer<Breach, Integer> breaches,
            Handler<HttpServerRequest> application) {
        this.rule = rule;
        this.own = own;
        this.ports = ports;
        this.random = random;
        this.breaches = breaches;
        this.application = application;
    }

    @Override
    public void handle(HttpServerRequest request) {
        RequestCookies cookies = new RequestCookies(request.headers().getAll(HttpHeaders.COOKIE));
        // Only the balancer adds this header; who redirects a client to an instance does not.
        boolean entry = request.headers().contains("X-Forwarded-For");
        SessionRedirect.Course course = rule.course(own, entry, sessionId(cookies), random);
        breaches.accept(course.breach(), course.instance());
        request.response().headers().add(HttpHeaders.SET_COOKIE, course.setCookie());
        if (course.instance() == own) {
            application.handle(request);
        } else {
            String location = "http://" + host(request) + ":" + ports.applyAsInt(course.instance()) + request.uri();
            request.response()
                    .setStatusCode(307)
                    .putHeader(HttpHeaders.LOCATION, location)
                    .end();
        }
    }

    /// A value that would not be a cookie's when it is set again counts as none.
    private static String sessionId(RequestCookies cookies) {
        String id = cookies.value(SessionRedirect.NAME);
        return id != null && id.length() <= 256 && id.matches("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]+")
                ? id
                : "";
    }

    private static String host(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        String host = asked == null ? request.localAddress().hostAddress() : asked.host();
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
