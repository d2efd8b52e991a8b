package dev.stickcheck.statistics;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieRefusal.Reason;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Tells a tally what sessions met, request after request, ten milliseconds apart.
public final class Story {
    private static final Duration STEP = Duration.ofMillis(10);

    private final Tally tally;
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Map<String, Long> launches = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private long controls;

    public Story(int requestsPerSession) {
        this(requestsPerSession, new Instances.Undeclared(), Expectation.STICKY, true);
    }

    public Story(int requestsPerSession, Instances instances, Expectation expectation, boolean sequential) {
        this(requestsPerSession, instances, expectation, sequential, Thresholds.DEFAULT);
    }

    /// Some causes of moves are accepted.
    static Story accepting(int requestsPerSession, MoveCause... causes) {
        Thresholds usual = Thresholds.DEFAULT;
        return new Story(
                requestsPerSession,
                new Instances.Undeclared(),
                Expectation.STICKY,
                true,
                new Thresholds(
                        usual.maxStickinessFailures(),
                        usual.maxImbalance(),
                        usual.maxErrors(),
                        usual.maxP95(),
                        usual.confidence(),
                        Set.of(causes),
                        EvennessMeasure.VARIATION));
    }

    /// The lifetime of affinity was searched for before.
    static Story knowing(int requestsPerSession, PinLifetime found) {
        return new Story(
                measured(requestsPerSession, new Instances.Undeclared(), Expectation.STICKY, true, Thresholds.DEFAULT)
                        .knowing(found));
    }

    private Story(
            int requestsPerSession,
            Instances instances,
            Expectation expectation,
            boolean sequential,
            Thresholds thresholds) {
        this(measured(requestsPerSession, instances, expectation, sequential, thresholds));
    }

    private Story(Measured measured) {
        this.tally = new Tally(measured);
    }

    private static Measured measured(
            int requestsPerSession,
            Instances instances,
            Expectation expectation,
            boolean sequential,
            Thresholds thresholds) {
        return new Measured(
                instances, expectation, thresholds, requestsPerSession, sequential, true, ConnectionPolicy.POOLED, 42);
    }

    /// A sticky session's next request is answered by an instance; `-` is no id, `!` no answer.
    public Story request(String session, String instance) {
        return request(session, instance, CookieTrace.NONE);
    }

    public Story request(String session, String instance, CookieTrace cookies) {
        launch(session);
        int sequence = sequences.merge(session, 1, Integer::sum);
        return observe(session, launches.get(session), sequence, Arm.STICKY, instance, cookies);
    }

    /// A session of one request is answered with a status and no id.
    public Story status(String session, int status) {
        launch(session);
        return observe(session, launches.get(session), 1, Arm.STICKY, "status " + status, CookieTrace.NONE);
    }

    /// Gives a session its place in launch order before its first answer.
    public Story launch(String session) {
        launches.putIfAbsent(session, (long) launches.size());
        return this;
    }

    /// Nothing is sent for a while.
    public Story pause(Duration length) {
        now = now.plus(length);
        return this;
    }

    /// A whole session, a letter an answer.
    public Story session(String session, String answers) {
        answers.chars().forEach(c -> request(session, String.valueOf((char) c)));
        return this;
    }

    /// One-request sessions, a letter each.
    public Story control(String answers) {
        for (int i = 0; i < answers.length(); i++) {
            long number = controls++;
            observe("control-" + number, number, 1, Arm.CONTROL, answers.substring(i, i + 1), CookieTrace.NONE);
        }
        return this;
    }

    private Story observe(String session, long launch, int sequence, Arm arm, String instance, CookieTrace cookies) {
        Outcome outcome = switch (instance) {
            case "-" -> new Outcome.Unidentified(200);
            case "!" -> new Outcome.NoAnswer(ErrorKind.ANSWER_TIMEOUT, "no answer");
            case String s when s.startsWith("status ") -> new Outcome.Unidentified(Integer.parseInt(s.substring(7)));
            default -> new Outcome.Identified(instance, 200);
        };
        now = now.plus(STEP);
        Duration latency = Duration.ofMillis(2);
        tally.observe(new Observation(
                now, session, launch, sequence, arm, outcome, latency, latency, null, null, cookies, 0));
        return this;
    }

    public Findings findings() {
        return tally.findings(new SplittableRandom(1));
    }

    /// The same with so few permutations that many runs take no time.
    Findings quickFindings() {
        return tally.findings(new SplittableRandom(1), 19);
    }

    /// What agreement is computed from.
    AgreementSums sums() {
        AgreementSums sums = new AgreementSums();
        tally.sessions().all().forEach(sums::add);
        return sums;
    }

    public Progress progress() {
        return tally.progress();
    }

    static CookieTrace sets(String... names) {
        return new CookieTrace(List.of(), List.of(names), List.of(), List.of());
    }

    static CookieTrace refuses(String name) {
        return new CookieTrace(
                List.of(), List.of(name), List.of(), List.of(new CookieRefusal(name, Reason.PATH_NOT_COVERED)));
    }

    static CookieTrace sends(String... names) {
        return new CookieTrace(List.of(names), List.of(), List.of(), List.of());
    }

    static CookieTrace ended(String... names) {
        return new CookieTrace(List.of(), List.of(), List.of(names), List.of());
    }
}
