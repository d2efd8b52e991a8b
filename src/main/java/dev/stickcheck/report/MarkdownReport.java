package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Result;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A result for a pull request, an issue or a wiki, in GitHub's Markdown.
public final class MarkdownReport {
    private static final int MOST_NAMES = 40;
    private static final int MOST_INSTANCES = 100;
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_SENTENCE = 600;

    private final Writer out;

    private MarkdownReport(Writer out) {
        this.out = out;
    }

    /// Writes one result and leaves the writer open.
    public static void write(Result result, Writer out) throws IOException {
        write(List.of(result), out);
    }

    /// Writes the results of several targets, one below the other, and leaves the writer open.
    public static void write(List<Result> results, Writer out) throws IOException {
        MarkdownReport report = new MarkdownReport(out);
        for (int i = 0; i < results.size(); i++) {
            if (i > 0) {
                report.line("");
            }
            report.result(results.get(i));
        }
        out.flush();
    }

    private void result(Result r) throws IOException {
        line("## " + Facts.mark(r.verdict()) + " " + Markdown.text(r.command(), LONGEST_ID) + ": "
                + r.verdict().label());
        line("");
        line("**" + sentence(r.summary().strip()) + "**");
        line("");
        line("- Target: " + Markdown.code(r.target(), 200));
        line("- Measured: " + sentence(Facts.measured(r)) + ", begun "
                + Markdown.code(r.startedAt().toString(), 40));
        line("- Ended: " + sentence(r.ending().why()));
        if (r.comparison() != null) {
            comparison(r, r.comparison());
            return;
        }
        checks(r.checks());
        instances("Instances", r.instances());
        section("Stickiness", Facts.stickiness(r.stickiness()));
        section("Attribution", AttributionFacts.of(r.stickiness().attribution()));
        section("Moves by cause", Facts.moves(r.stickiness()));
        section("How long it lasts", MoreFacts.durations(r));
        if (!r.instances().isEmpty()) {
            section(
                    "Load",
                    Stream.concat(Facts.load(r.distribution()).stream(), MoreFacts.load(r.distribution()).stream())
                            .toList());
            names("Declared, but never answered", r.distribution().missingInstances());
            names("Answered, but not declared", r.distribution().undeclaredInstances());
        }
        String latency = Facts.latency(r.latency(), r.response());
        section("Latency", latency == null ? List.of() : List.of(latency));
        if (!r.timeline().sessions().isEmpty()) {
            heading("Sessions, one a row, an answer a letter");
            out.write(MarkdownBarcode.of(r.timeline()));
        }
        section("Errors", Facts.errors(r));
        refused(r.refusedCookies());
        section("Notes", notes(r));
        version(r);
    }

    private void comparison(Result r, Comparison c) throws IOException {
        out.write(MarkdownComparison.of(c));
        checks(r.checks());
        section("With affinity", ComparisonFacts.arm(c.on()));
        instances("Instances with affinity", c.on().instances());
        section("Without affinity", ComparisonFacts.arm(c.off()));
        instances("Instances without affinity", c.off().instances());
        refused(r.refusedCookies());
        section("Notes", notes(r));
        version(r);
    }

    private void version(Result r) throws IOException {
        line("");
        line("<sub>stickcheck " + Markdown.text(r.version(), LONGEST_ID) + "</sub>");
    }

    private void checks(List<Check> checks) throws IOException {
        if (checks.isEmpty()) {
            return;
        }
        heading("Checks");
        row("Check", "Outcome", "Observed", "Plausible", "Limit", "Why");
        row("---", "---", "---:", "---:", "---:", "---");
        for (Check check : checks) {
            row(
                    Markdown.text(check.name(), LONGEST_ID),
                    Facts.mark(check.outcome()) + " " + check.outcome().label(),
                    Facts.observed(check),
                    Facts.interval(check),
                    Facts.value(check, check.limit()),
                    sentence(check.why()));
        }
    }

    private void instances(String heading, List<InstanceLoad> loads) throws IOException {
        if (loads.isEmpty()) {
            return;
        }
        heading(heading);
        row("Instance", "Sessions", "Requests", "Share", "Expected", "Errors", "p50", "p95");
        row("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:");
        for (InstanceLoad load : loads.subList(0, Math.min(MOST_INSTANCES, loads.size()))) {
            row(
                    Markdown.cell(load.id(), LONGEST_ID),
                    Numbers.count(load.sessions()),
                    Numbers.count(load.requests()),
                    Numbers.share(load.share()),
                    Numbers.share(load.expectedShare()),
                    Numbers.count(load.errors()),
                    Numbers.millis(load.latency().p50()),
                    Numbers.millis(load.latency().p95()));
        }
        if (loads.size() > MOST_INSTANCES) {
            line("");
            line("… and " + Numbers.count(loads.size() - MOST_INSTANCES) + " more");
        }
    }

    private void refused(List<RefusedCookie> cookies) throws IOException {
        if (cookies.isEmpty()) {
            return;
        }
        heading("Refused cookies");
        for (RefusedCookie cookie : cookies) {
            line("- " + Markdown.code(cookie.refusal().name(), LONGEST_ID) + ": "
                    + sentence(cookie.refusal().reason().text()) + ", " + Numbers.count(cookie.count(), "time"));
        }
    }

    private void names(String introduction, List<String> names) throws IOException {
        if (!names.isEmpty()) {
            line("- " + introduction + ": "
                    + String.join(
                            ", ",
                            names.stream()
                                    .limit(MOST_NAMES)
                                    .map(name -> Markdown.code(name, LONGEST_ID))
                                    .toList())
                    + (names.size() > MOST_NAMES ? ", …" : ""));
        }
    }

    private static List<String> notes(Result r) {
        List<String> notes = new ArrayList<>();
        String connections = Facts.connections(r.connections());
        if (connections != null) {
            notes.add(connections);
        }
        if (r.unidentified() > 0) {
            notes.add(Facts.unidentified(r));
        }
        notes.addAll(r.notes());
        return notes;
    }

    private void section(String heading, List<String> sentences) throws IOException {
        if (sentences.isEmpty()) {
            return;
        }
        heading(heading);
        for (String sentence : sentences) {
            line("- " + sentence(sentence));
        }
    }

    private void heading(String text) throws IOException {
        line("");
        line("### " + text);
        line("");
    }

    private static String sentence(String raw) {
        return Markdown.text(raw, LONGEST_SENTENCE);
    }

    private void row(String... cells) throws IOException {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
