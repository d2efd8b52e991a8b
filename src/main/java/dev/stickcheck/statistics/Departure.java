package dev.stickcheck.statistics;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// The sessions that left one instance since it last answered anybody: is it gone, and did they go together?
final class Departure {
    private static final int NOBODY = -1;
    private static final int SEVERAL = -2;

    private final List<Move> waiting = new ArrayList<>(2);
    private int to = NOBODY;
    private long latestOnOld = Long.MIN_VALUE;
    private long sessions;
    private long gone;
    private long drained;
    /// Whether enough assignments have missed the old instance, and it has answered nobody since.
    private boolean known;
    private long latestKnown = Long.MIN_VALUE;

    /// One more session leaves.
    ///
    /// @return whether it waits for evidence; once the old instance is known to be gone there is no need to
    boolean add(Move move) {
        to = to == NOBODY || to == move.to ? move.to : SEVERAL;
        latestOnOld = Math.max(latestOnOld, move.lastOnOld);
        sessions++;
        if (known) {
            gone(move);
        } else {
            waiting.add(move);
        }
        return !known;
    }

    /// Whether a request that was sent then, and that the old instance answers, shows that it is back.
    boolean ends(long sent) {
        return known && sent > latestKnown;
    }

    private void gone(Move move) {
        latestKnown = Math.max(latestKnown, move.known);
        if (move.closed) {
            drained++;
        } else {
            gone++;
        }
    }

    /// Sessions that left.
    long sessions() {
        return sessions;
    }

    int waiting() {
        return waiting.size();
    }

    /// Fresh assignments that would explain every waiting move: the last one waits longest.
    long assignmentsWanted() {
        if (waiting.isEmpty()) {
            return 0;
        }
        Move last = waiting.getLast();
        return last.assignmentsToBeGone - last.assignmentsElsewhere;
    }

    /// The old instance answered a request sent at this moment: it lives, so moves before are explained.
    void alive(long sent, Consumer<Move> explained) {
        known = false;
        for (Iterator<Move> moves = waiting.iterator(); moves.hasNext(); ) {
            Move move = moves.next();
            if (sent > move.known) {
                moves.remove();
                explained.accept(move);
            }
        }
    }

    /// Another instance got a fresh assignment sent at this moment.
    void missed(long sent, Consumer<Move> explained) {
        for (Iterator<Move> moves = waiting.iterator(); moves.hasNext(); ) {
            Move move = moves.next();
            if (sent > move.known && ++move.assignmentsElsewhere >= move.assignmentsToBeGone) {
                moves.remove();
                gone(move);
                known = true;
                explained.accept(move);
            }
        }
    }

    /// Moves whose old instance is gone: of `drained` ones it had been closed for new sessions before.
    long gone() {
        return gone;
    }

    long drained() {
        return drained;
    }

    /// The one instance that at least two sessions, and all, moved to; −1 when there is none.
    int together() {
        return sessions >= 2 ? Math.max(to, NOBODY) : NOBODY;
    }

    /// When the last of them was last answered by the old instance.
    long latestOnOld() {
        return latestOnOld;
    }
}
