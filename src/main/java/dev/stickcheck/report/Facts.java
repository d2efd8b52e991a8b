package dev.stickcheck.report;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Check;
import dev.stickcheck.model.Connections;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a result says, in the sentences that every report for people shares. Nothing in here is a target's own text.
final class Facts {
    private Facts() {}

    /// What was sent, and how long it took.
    static String measured(Result r) {
        return Numbers.count(r.sessions(), "session") + ", " + Numbers.count(r.requests(), "request") + " in "
                + Numbers.duration(r.duration()) + ", seed " + r.seed() + ", " + Numbers.percent(r.confidence())
                + " confidence";
    }

    static List<String> stickiness(Stickiness s) {
        List<String> facts = new ArrayList<>();
        if (s.sessionsJudged() == 0) {
            facts.add("no session could be judged: none had two answers of known instances");
            return facts;
        }
        facts.add(Numbers.count(s.sessionsJudged(), "session") + " judged, " + Numbers.count(s.sessionsMoved())
                + " moved, " + Numbers.count(s.sessionsFailed()) + " failed"
                + (s.sessionsUnresolved() == 0 ? "" : ", " + Numbers.count(s.sessionsUnresolved()) + " unresolved")
                + ": " + Numbers.percent(s.failureRate()) + " fail" + plausible(s.failureRateInterval()));
        Double perHundred = s.switchRate() == null ? null : 100 * s.switchRate();
        facts.add(Numbers.plain(perHundred) + " switches per 100 transitions, at " + s.requestsPerSession()
                + " requests a session" + clustered(s.attribution().switchRate()));
        return facts;
    }

    private static String clustered(Attribution.SwitchRate rate) {
        Interval interval = rate.interval();
        return interval == null
                ? ""
                : " (plausible: " + Numbers.plain(100 * interval.low()) + " to " + Numbers.plain(100 * interval.high())
                        + ")";
    }

    static List<String> load(Distribution d) {
        List<String> facts = new ArrayList<>();
        if (d.coefficientOfVariation() == null) {
            facts.add(Numbers.count(d.units(), d.unit().label()) + ": too little to judge evenness");
            return facts;
        }
        facts.add("coefficient of variation " + Numbers.percent(d.coefficientOfVariation())
                + plausible(d.coefficientOfVariationInterval()) + " over "
                + Numbers.count(d.units(), d.unit().label()));
        if (Math.round(d.effectiveUnits()) != d.units()) {
            facts.add("they weigh as much as " + Numbers.count(Math.round(d.effectiveUnits())) + " independent ones");
        }
        facts.add("variance " + Numbers.plain(d.variance()) + " (requests), largest deviation "
                + Numbers.percent(d.maxDeviation()) + ", p-value of evenness " + Numbers.plain(d.pValue()));
        if (!d.declared()) {
            facts.add("no instance is declared: one that never answered is not missed");
        }
        return facts;
    }

    /// Null when no answer came.
    static @Nullable String latency(Latency service, Latency response) {
        if (service.p50() == null) {
            return null;
        }
        String line = "p50 " + Numbers.millis(service.p50()) + ", p95 " + Numbers.millis(service.p95()) + ", p99 "
                + Numbers.millis(service.p99()) + ", max " + Numbers.millis(service.max());
        boolean waited = response.p95() != null && service.p95() != null && response.p95() > 1.1 * service.p95();
        return waited ? line + "; p95 " + Numbers.millis(response.p95()) + " with the wait for a free place" : line;
    }

    /// Null when every connection behaved as asked.
    static @Nullable String connections(Connections c) {
        return c.contrary() == 0
                ? null
                : Numbers.count(c.contrary(), "answer") + " came over a connection that --connections "
                        + ResultJson.label(c.policy()) + " forbids";
    }

    /// Moves by cause, most severe first; causes that never were are left out.
    static List<String> moves(Stickiness s) {
        List<String> moves = new ArrayList<>();
        for (MoveCause cause : MoveCause.values()) {
            long count = s.moves().getOrDefault(cause, 0L);
            if (count > 0) {
                moves.add(Numbers.count(count) + " × " + words(cause) + weight(s, cause));
            }
        }
        String episodes = AttributionFacts.episodes(s.episodes());
        if (episodes != null) {
            moves.add(episodes);
        }
        return moves;
    }

    private static String weight(Stickiness s, MoveCause cause) {
        return s.counts(cause) ? " (a failure)" : cause.failure() ? " (accepted)" : "";
    }

    private static String words(MoveCause cause) {
        return switch (cause) {
            case TRUE_FAILURE -> "moved though the old instance still serves";
            case CLIENT_LOST_COOKIE -> "the cookie can never be sent back";
            case EXPIRED -> "the cookie's lifetime ended";
            case REPLACEMENT -> "the old instance was replaced";
            case FAILOVER -> "the old instance is gone";
            case DRAIN -> "the old instance was drained";
            case REBALANCE -> "a new instance took sessions over";
            case RETRY -> "elsewhere for one request, then back";
            case UNRESOLVED -> "no cause could be told";
        };
    }

    /// Errors by kind, in the order of the kinds.
    static List<String> errors(Result r) {
        List<String> errors = new ArrayList<>();
        for (ErrorKind kind : ErrorKind.values()) {
            long count = r.errorKinds().getOrDefault(kind, 0L);
            if (count > 0) {
                errors.add(Numbers.count(count) + " × " + kind.label());
            }
        }
        return errors;
    }

    static String unidentified(Result r) {
        return Numbers.count(r.unidentified(), "answer") + " did not tell which instance gave "
                + (r.unidentified() == 1 ? "it, and counts" : "them, and count")
                + " neither as kept nor as moved";
    }

    /// What a check saw.
    static String observed(Check check) {
        String value = value(check, check.observed());
        return check.name().equals("instances") && check.observed() != null ? value + " missing" : value;
    }

    /// A value in a check's own unit.
    static String value(Check check, @Nullable Double value) {
        return switch (check.name()) {
            case "p95" -> Numbers.millis(value);
            case "instances" -> value == null ? Numbers.UNKNOWN : Numbers.count(Math.round(value));
            default -> Numbers.percent(value);
        };
    }

    /// What else may be true, in the check's own unit.
    static String interval(Check check) {
        Interval interval = check.interval();
        return interval == null
                ? Numbers.UNKNOWN
                : value(check, interval.low()) + " to " + value(check, interval.high());
    }

    static String mark(Verdict outcome) {
        return switch (outcome) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case INCONCLUSIVE -> "?";
        };
    }

    static String shout(Verdict outcome) {
        return outcome.label().toUpperCase(Locale.ROOT);
    }

    private static String plausible(@Nullable Interval interval) {
        return interval == null ? "" : " (plausible: " + Numbers.percents(interval) + ")";
    }
}
