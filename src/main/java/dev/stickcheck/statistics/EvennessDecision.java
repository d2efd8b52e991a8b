package dev.stickcheck.statistics;

import dev.stickcheck.model.Distribution.Unit;
import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.Thresholds;
import java.util.stream.LongStream;

/// Whether the load is even: by assignments, or by requests where a balancer counts those (docs/decisions/0052).
///
/// Such a balancer makes up for the sticky load by new assignments, so these vary by more than chance although each
/// instance has the same to do. Requests that are far more even than sessions that fall by chance would make them show
/// it. Both readings together say PASS to an imbalance at the limit with a probability of at most alpha, of which
/// requests get a fifth: with the rest of it a sound random balancer still passes by assignments as often as planned.
///
/// @param byRequests whether it is what requests say, and assignments do not
record EvennessDecision(Decision value, boolean byRequests) {
    private static final double OF_REQUESTS = 0.2;

    static final EvennessDecision NONE = new EvennessDecision(Decision.UNDECIDED, false);

    /// What is judged: units of one kind on each instance, and how many independent ones they are worth.
    static final class Load {
        private final long[] counts;
        private final double effective;

        Load(long[] counts, double effective) {
            this.counts = counts;
            this.effective = effective;
        }

        private boolean empty() {
            return LongStream.of(counts).sum() == 0 || counts.length < 2;
        }

        private Decision decide(double[] shares, double limit, double alpha) {
            return EvennessGate.decide(counts, shares, limit, alpha, effective);
        }
    }

    /// @param requests on the same instances; an empty load where they must not speak
    static EvennessDecision of(Load units, Load requests, double[] shares, Thresholds thresholds, Unit unit) {
        if (units.empty()) {
            return NONE;
        }
        double limit = thresholds.maxImbalance();
        boolean both = unit == Unit.ASSIGNMENT && !requests.empty();
        double alpha = alphaOf(thresholds, both);
        if (thresholds.evenness() == EvennessMeasure.MAX_DEVIATION) {
            return new EvennessDecision(
                    DeviationGate.decide(units.counts, shares, limit, alpha, units.effective), false);
        }
        Decision decided = units.decide(shares, limit, alpha);
        boolean byRequests = both
                && decided != Decision.PASS
                && requests.decide(shares, limit, thresholds.alpha() * OF_REQUESTS) == Decision.PASS;
        return new EvennessDecision(byRequests ? Decision.PASS : decided, byRequests);
    }

    /// With which error assignments are judged (docs/decisions/0066).
    ///
    /// @param requestsToo whether requests may speak where assignments do not pass, as in every probe for sticky
    ///     sessions
    static double alphaOf(Thresholds thresholds, boolean requestsToo) {
        boolean shared = requestsToo && thresholds.evenness() == EvennessMeasure.VARIATION;
        return shared ? thresholds.alpha() * (1 - OF_REQUESTS) : thresholds.alpha();
    }
}
