package dev.stickcheck.simulations;

import dev.stickcheck.compare.Event;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ErrorKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One user's present session and its present request. Only the one request of its user at a time touches it.
final class Visit {
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 100;

    final Arm arm;
    final int user;
    private final Recorder recorder;
    private int number = -1;
    private int sequence;
    private int turn;
    private long intended;
    private boolean stepIsNew;
    private boolean underWay;
    private @Nullable Exchange open;
    private boolean lost;

    Visit(Arm arm, int user, Recorder recorder) {
        this.arm = arm;
        this.user = user;
        this.recorder = recorder;
    }

    /// One request under way.
    private static final class Exchange {
        final long intended;
        final int turn;
        final int sequence;
        final long sent;
        int redirects;
        int cookieBytes;
        List<String> cookiesSent = List.of();
        List<String> cookiesSet = List.of();

        Exchange(long intended, long sent, int turn, int sequence) {
            this.intended = intended;
            this.sent = sent;
            this.turn = turn;
            this.sequence = sequence;
        }
    }

    int begin() {
        sequence = 0;
        lost = false;
        return ++number;
    }

    boolean lost() {
        return lost;
    }

    /// A step begins: its first request should be sent at this time.
    ///
    /// @return false when the turn has ended meanwhile
    boolean step(int inTurn, long at) {
        stepOver();
        if (!recorder.begun(inTurn)) {
            return false;
        }
        turn = inTurn;
        intended = at;
        stepIsNew = true;
        underWay = true;
        return true;
    }

    /// Every request of the step has been told of.
    void stepOver() {
        if (underWay) {
            underWay = false;
            recorder.over(turn);
        }
    }

    /// A request is about to be sent.
    void asking(long now) {
        finish(ErrorKind.CONNECTION_FAILED, now);
        open = new Exchange(stepIsNew ? Math.min(intended, now) : now, now, turn, ++sequence);
        stepIsNew = false;
    }

    /// The same, where the journey sets the header that tells of the sending otherwise.
    void askingUnlessAsked(long now) {
        if (open == null) {
            asking(now);
        }
    }

    /// It is written: these are the cookies that it carries.
    void sending(int cookieBytes, List<String> cookies) {
        Exchange exchange = open;
        if (exchange != null) {
            exchange.cookieBytes = cookieBytes;
            exchange.cookiesSent = names(cookies);
        }
    }

    /// An answer that sets cookies, be it a redirect on the way.
    void cookiesSet(List<String> cookies) {
        Exchange exchange = open;
        if (exchange != null && !cookies.isEmpty()) {
            exchange.cookiesSet = exchange.cookiesSet.isEmpty()
                    ? names(cookies)
                    : names(Stream.concat(exchange.cookiesSet.stream(), cookies.stream())
                            .toList());
        }
    }

    /// The answer is a redirect; so many there have been.
    int redirected() {
        Exchange exchange = open;
        return exchange == null ? 0 : ++exchange.redirects;
    }

    /// The end of an answer.
    void answered(long now, int status, @Nullable String instance, Told told) {
        Exchange exchange = open;
        if (exchange == null) {
            return;
        }
        open = null;
        // A session is lost once.
        Told news = lost ? new Told(told.cacheHit(), told.queries(), false) : told;
        lost |= told.lost();
        record(exchange, now, status, null, instance, news);
    }

    /// There will be no answer.
    void failed(ErrorKind kind, long now) {
        finish(kind, now);
    }

    private void finish(ErrorKind kind, long now) {
        Exchange exchange = open;
        if (exchange != null) {
            open = null;
            record(exchange, now, 0, kind, null, Told.NOTHING);
        }
    }

    private void record(
            Exchange exchange,
            long now,
            int status,
            @Nullable ErrorKind failure,
            @Nullable String instance,
            Told told) {
        recorder.record(new Event.Asked(
                exchange.turn,
                recorder.measures(exchange.turn, exchange.intended),
                arm,
                user,
                number,
                exchange.sequence,
                recorder.epochNanos(exchange.sent),
                now - exchange.sent,
                now - exchange.intended,
                status,
                failure,
                instance,
                told.cacheHit(),
                told.queries(),
                told.lost(),
                exchange.cookieBytes,
                exchange.cookiesSent,
                exchange.cookiesSet));
    }

    private static List<String> names(List<String> names) {
        return names.stream()
                .distinct()
                .limit(MOST_NAMES)
                .map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .toList();
    }
}
