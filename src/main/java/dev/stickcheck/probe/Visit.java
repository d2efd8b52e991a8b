package dev.stickcheck.probe;

import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.probe.Transport.Sending;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request of one session while it is under way, over all hops of its redirects.
final class Visit {
    final SessionRun session;
    final int sequence;
    final long intended;
    final long sent;
    final List<String> cookiesSent;
    final List<String> cookiesEnded;
    final int cookieBytes;
    /// Of the present hop; a credential.
    @Nullable
    String cookieHeader;

    URI uri;
    String method;
    /// Whether an origin was left on the way: from then on nothing given by option is sent.
    boolean crossed;
    int hops;
    boolean over;

    @Nullable
    Sending sending;

    List<String> cookiesSet = List.of();
    List<CookieRefusal> refused = List.of();

    Visit(
            SessionRun session,
            URI uri,
            String method,
            long intended,
            long sent,
            List<String> cookiesSent,
            List<String> cookiesEnded,
            int cookieBytes) {
        this.session = session;
        this.sequence = session.sent;
        this.uri = uri;
        this.method = method;
        this.intended = intended;
        this.sent = sent;
        this.cookiesSent = cookiesSent;
        this.cookiesEnded = cookiesEnded;
        this.cookieBytes = cookieBytes;
    }

    void received(List<String> set, List<CookieRefusal> refusals) {
        cookiesSet = joined(cookiesSet, set);
        refused = joined(refused, refusals);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        if (first.isEmpty()) {
            return second;
        }
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
