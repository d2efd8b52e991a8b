package dev.stickcheck.report;

import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.Question;
import dev.stickcheck.model.Question.Improvement;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.report.Palette.Style;
import dev.stickcheck.statistics.Planner;
import dev.stickcheck.statistics.Price;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A price for somebody at a terminal: the sum first, then what it is made of.
public final class PlanText {
    private static final int LEAST_WIDTH = 40;

    private final Question question;
    private final Price price;
    private final Page page;

    private PlanText(Question question, Price price, Page page) {
        this.question = question;
        this.price = price;
        this.page = page;
    }

    /// Writes it in lines of at most `width` columns (40 at least), and leaves the writer open.
    public static void write(Question question, Price price, Writer out, Palette palette, int width)
            throws IOException {
        new PlanText(question, price, new Page(out, palette, Math.max(LEAST_WIDTH, width))).write();
        out.flush();
    }

    private void write() throws IOException {
        page.marked(Style.HEADING, "plan", sum());
        section("Do sessions stick?", sessions());
        if (question.shares().length > 1) {
            section("Is the load even?", load());
        }
        if (price.mechanism() > 0) {
            section(
                    "What makes them stick?",
                    List.of(Numbers.count(price.mechanism(), "request") + " in pairs, cookie, connection and address"
                            + " kept or not"));
        }
        Improvement improvement = question.improvement();
        Price.Latency latency = price.latency();
        if (improvement != null && latency != null) {
            section("Is it faster with affinity?", latency(improvement, latency));
        }
        Price.Affordable affordable = price.affordable();
        if (affordable != null) {
            section("What the budget decides", budget(affordable));
        }
        section(
                "Notes",
                notes(question, price).stream().map(note -> "- " + note).toList());
    }

    private void section(String heading, List<String> sentences) throws IOException {
        if (!sentences.isEmpty()) {
            page.heading(heading);
            page.sentences(sentences);
        }
    }

    private String sum() {
        if (price.requests() == null) {
            return "more than " + Numbers.count(Planner.MOST_SESSIONS)
                    + " sessions: the limit is too low, or the expected rate too close to it";
        }
        return Numbers.count(price.requests(), "request")
                + (price.seconds() == null ? "" : ", " + time(price.seconds()) + pace())
                + ", decide with " + Numbers.percent(price.sessions().power()) + " probability";
    }

    private String pace() {
        return Double.isInfinite(question.rate()) ? "" : " at " + Numbers.plain(question.rate()) + " a second";
    }

    private List<String> sessions() {
        Price.Sessions sessions = price.sessions();
        String limit = Numbers.percent(question.thresholds().maxStickinessFailures());
        List<String> facts = new ArrayList<>();
        facts.add("limit " + limit + " of sessions, expected in truth " + Numbers.percent(question.trueRate()) + ", "
                + Numbers.percent(question.thresholds().confidence()) + " confidence, "
                + Numbers.count(question.requestsPerSession(), "request") + " a session");
        facts.add("sequential: " + mean(sessions.expected()) + " sessions on average, " + count(sessions.p95())
                + " in 95 % of runs" + atPower(sessions));
        facts.add("fixed (--sessions): " + count(sessions.fixed()) + " for the right verdict with "
                + Numbers.percent(sessions.power()) + " probability");
        return facts;
    }

    private static String atPower(Price.Sessions sessions) {
        return sessions.power() == 0.95
                ? ""
                : ", " + count(sessions.atPower()) + " in " + Numbers.percent(sessions.power()) + " of them";
    }

    private List<String> load() {
        String by = question.thresholds().evenness() == EvennessMeasure.VARIATION
                ? "coefficient of variation"
                : "largest deviation";
        return List.of(
                Numbers.count(price.assignments(), "assignment") + " for a limit of "
                        + Numbers.percent(question.thresholds().maxImbalance()) + " (" + by + "), "
                        + Numbers.count(question.shares().length, "instance"),
                Numbers.count(price.assignmentsToSeeAll(), "assignment")
                        + " until every instance has shown with 99 % probability");
    }

    private static List<String> latency(Improvement wanted, Price.Latency latency) {
        String what = wanted.beyond() == 0 ? "" : ", to be shown as more than " + Numbers.percent(wanted.beyond());
        return List.of(
                Numbers.count(latency.perArm(), "request") + " an arm in " + latency.blocks() + " blocks, for "
                        + Numbers.percent(wanted.expected()) + " faster" + what + ", with "
                        + Numbers.percent(latency.power()) + " probability",
                "by quantile: p50 " + Numbers.count(latency.p50()) + ", p95 " + Numbers.count(latency.p95()) + ", p99 "
                        + Numbers.count(latency.p99()) + " (standard deviation of ln latency "
                        + Numbers.plain(wanted.sd()) + ", design effect " + Numbers.plain(wanted.deff()) + ")");
    }

    private List<String> budget(Price.Affordable a) {
        List<String> facts = new ArrayList<>();
        facts.add(Numbers.count(a.requests(), "request") + ": " + Numbers.count(a.sessions(), "session") + " and "
                + Numbers.count(a.assignments(), "assignment"));
        facts.add("with " + Numbers.count(a.sessions(), "session") + ": "
                + (a.passUpTo() < 0
                        ? "no PASS, not even without a failure"
                        : "PASS only if at most " + Numbers.count(a.passUpTo(), "failure"))
                + "; " + (a.failFrom() == null ? "no FAIL" : "FAIL from " + Numbers.count(a.failFrom())));
        facts.add(decides(a));
        if (a.sessions() > 0) {
            facts.add("smallest limit that passes without a failure: " + Numbers.percent(a.smallestLimit()));
        }
        if (question.shares().length > 1) {
            facts.add(evenness(a));
        }
        if (a.improvement() != null) {
            facts.add("latency: half of them an arm show a p95 that is " + Numbers.percent(a.improvement())
                    + " faster or more");
        }
        return facts;
    }

    private String decides(Price.Affordable a) {
        String power = Numbers.percent(price.sessions().power()) + " probability";
        if (a.passesBelow() == null && a.failsAbove() == null) {
            return "decides nothing with " + power + ", whatever the truth is";
        }
        List<String> truths = new ArrayList<>();
        if (a.passesBelow() != null) {
            truths.add("at most " + Numbers.percent(a.passesBelow()));
        }
        if (a.failsAbove() != null) {
            truths.add("at least " + Numbers.percent(a.failsAbove()));
        }
        return "decides with " + power + " when in truth " + String.join(" or ", truths) + " fail";
    }

    private String evenness(Price.Affordable a) {
        String what = question.thresholds().evenness() == EvennessMeasure.VARIATION ? "variation" : "deviation";
        String pass =
                a.evenUpTo() == null ? "no PASS" : "PASS up to a " + what + " of " + Numbers.percent(a.evenUpTo());
        String fail = a.unevenFrom() == null ? "no FAIL" : "FAIL from " + Numbers.percent(a.unevenFrom());
        return "evenness: " + pass + ", " + fail
                + (a.smallestImbalance() == null
                        ? ""
                        : "; smallest limit for a sound balancer " + Numbers.percent(a.smallestImbalance()));
    }

    static List<String> notes(Question question, Price price) {
        List<String> notes = new ArrayList<>();
        if (!question.instancesGiven()) {
            notes.add(question.shares().length + " instances are assumed; --instances says how many there are");
        }
        if (question.shares().length == 1) {
            notes.add("with one instance a session has nowhere to move: a probe of it ends inconclusive");
        }
        Long sessions = price.sessions().atPower();
        if (sessions != null && sessions > Schedule.DEFAULT.maxSessions()) {
            notes.add("a sequential probe ends at "
                    + Numbers.count(Schedule.DEFAULT.maxSessions(), "session")
                    + (price.sessions().fixed() == null
                            ? ""
                            : ": use --sessions " + price.sessions().fixed()));
        }
        if (price.seconds() == null && price.requests() != null) {
            notes.add("how long that takes depends on the target: --latency says how long an answer takes");
        }
        return notes;
    }

    private static String mean(@Nullable Double sessions) {
        return sessions == null
                ? "more than " + Numbers.count(Planner.MOST_SESSIONS)
                : String.format(Locale.ROOT, "%,.1f", sessions);
    }

    private static String count(@Nullable Long sessions) {
        return sessions == null ? "more than " + Numbers.count(Planner.MOST_SESSIONS) : Numbers.count(sessions);
    }

    private static String time(double seconds) {
        return Numbers.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }
}
