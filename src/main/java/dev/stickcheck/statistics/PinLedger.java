package dev.stickcheck.statistics;

import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.PinDuration;
import dev.stickcheck.statistics.KaplanMeier.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long each session stayed where it was (STATISTICS 1.5). It keeps when sessions moved; why they did is asked at
/// the end, when it is known.
final class PinLedger {
    private static final int MOST_STEPS = 200;
    private static final double NANOS = 1e9;

    private final IdentityHashMap<SessionState, Pin> pins = new IdentityHashMap<>();
    /// In the order in which sessions began, so that sums do not depend on where objects lie.
    private final List<Pin> inOrder = new ArrayList<>();

    /// A session's first answer, its last one of the same instance and the first of another, in nanoseconds
    /// of the epoch.
    ///
    /// The first move ends what can be said: an accepted one censors, and what comes later is another pin.
    private static final class Pin {
        final SessionState session;
        final long first;
        long last;
        final int home;
        long moved;
        boolean left;

        Pin(SessionState session, long first, int home) {
            this.session = session;
            this.first = first;
            this.last = first;
            this.home = home;
        }

        void answered(long at, int by) {
            if (left) {
                return;
            }
            if (by == home) {
                last = at;
            } else {
                left = true;
                moved = at;
            }
        }
    }

    /// An answer of a sticky session by a known instance.
    void observe(SessionState session, Observation observation, int instance) {
        long at = Nanos.of(observation.answered());
        Pin pin = pins.get(session);
        if (pin == null) {
            Pin begun = new Pin(session, at, instance);
            pins.put(session, begun);
            inOrder.add(begun);
        } else {
            pin.answered(at, instance);
        }
    }

    /// Null when no session was followed for any time.
    @Nullable
    PinDuration duration(double alpha) {
        KaplanMeier byLast = new KaplanMeier();
        KaplanMeier byMove = new KaplanMeier();
        long ended = 0;
        long followed = 0;
        double exposure = 0;
        for (Pin pin : inOrder) {
            boolean end = pin.left && pin.session.firstMoveFailed;
            double stayed = Math.max(0, pin.last - pin.first) / NANOS;
            double atMost = end ? Math.max(stayed, (pin.moved - pin.first) / NANOS) : stayed;
            if (atMost == 0 && !end) {
                continue;
            }
            followed++;
            byLast.add(stayed, end);
            byMove.add(atMost, end);
            ended += end ? 1 : 0;
            exposure += atMost;
        }
        if (exposure == 0) {
            return null;
        }
        Interval interval = ConstantHazard.interval(ended, exposure, alpha);
        return new PinDuration(
                followed, ended, exposure, ended / exposure, interval, steps(byLast.curve(), byMove.curve()));
    }

    /// Where either curve falls, evenly thinned; the last step is always among them.
    private static List<PinDuration.Step> steps(Curve byLast, Curve byMove) {
        double[] times = Arrays.copyOf(byLast.times(), byLast.times().length + byMove.times().length);
        System.arraycopy(byMove.times(), 0, times, byLast.times().length, byMove.times().length);
        double[] distinct = Arrays.stream(times).sorted().distinct().toArray();
        int stride = Math.max(1, Math.ceilDiv(distinct.length, MOST_STEPS));
        List<PinDuration.Step> steps = new ArrayList<>();
        for (int i = distinct.length - 1; i >= 0; i -= stride) {
            steps.addFirst(new PinDuration.Step(distinct[i], byLast.at(distinct[i]), byMove.at(distinct[i])));
        }
        return steps;
    }
}
