package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.report.Palette.Style;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A result for somebody at a terminal: the verdict first, then what it rests on.
public final class TerminalReport {
    /// The width where nothing is known of the terminal.
    public static final int STANDARD_WIDTH = 80;

    /// Below this nothing can be laid out; such a terminal breaks lines by itself.
    private static final int LEAST_WIDTH = 40;

    private static final int MOST_INSTANCES = 40;
    private static final int LONGEST_ID = 60;

    private final Page page;
    private final Palette palette;

    private TerminalReport(Page page, Palette palette) {
        this.page = page;
        this.palette = palette;
    }

    /// Writes the result in lines of at most `width` columns (40 at least), and leaves the writer open.
    public static void write(Result result, Writer out, Palette palette, int width) throws IOException {
        Page page = new Page(out, palette, Math.max(LEAST_WIDTH, width));
        new TerminalReport(page, palette).write(result);
        out.flush();
    }

    private void write(Result r) throws IOException {
        String verdict = Facts.mark(r.verdict()) + " " + Facts.shout(r.verdict());
        page.marked(style(r.verdict()), verdict, r.summary());
        page.blank();
        page.labelled("target  ", r.target());
        page.labelled("measured", Facts.measured(r));
        page.labelled("ended   ", r.ending().why());
        if (r.comparison() != null) {
            comparison(r, r.comparison());
            return;
        }
        checks(r.checks());
        new TerminalBarcode(page, palette).write(r.timeline());
        instances("Instances", r.instances());
        section("Stickiness", Facts.stickiness(r.stickiness()));
        section("Attribution", AttributionFacts.of(r.stickiness().attribution()));
        section("Moves by cause", Facts.moves(r.stickiness()));
        section("How long it lasts", MoreFacts.durations(r));
        if (!r.instances().isEmpty()) {
            section("Load", load(r));
        }
        String latency = Facts.latency(r.latency(), r.response());
        section("Latency", latency == null ? List.of() : List.of(latency));
        section("Errors", Facts.errors(r));
        refusals(r);
        section("Notes", notes(r));
    }

    private void refusals(Result r) throws IOException {
        section(
                "Refused cookies",
                r.refusedCookies().stream().map(TerminalReport::refused).toList());
    }

    private void section(String heading, List<String> sentences) throws IOException {
        if (!sentences.isEmpty()) {
            page.heading(heading);
            page.sentences(sentences);
        }
    }

    private void checks(List<Check> checks) throws IOException {
        if (checks.isEmpty()) {
            return;
        }
        page.heading("Checks");
        for (Check check : checks) {
            String outcome = Page.INDENT + Facts.mark(check.outcome()) + " "
                    + Columns.padRight(
                            check.outcome().label(),
                            longest(checks, c -> c.outcome().label()));
            String name = Columns.padRight(Text.inert(check.name(), 30), longest(checks, Check::name));
            page.marked(style(check.outcome()), outcome, name, check.why());
        }
    }

    private static int longest(List<Check> checks, Function<Check, String> text) {
        return checks.stream()
                .mapToInt(check -> Math.min(30, text.apply(check).length()))
                .max()
                .orElse(0);
    }

    private void comparison(Result r, Comparison c) throws IOException {
        new TerminalComparison(page).write(c);
        checks(r.checks());
        section("With affinity", ComparisonFacts.arm(c.on()));
        instances("Instances with affinity", c.on().instances());
        section("Without affinity", ComparisonFacts.arm(c.off()));
        instances("Instances without affinity", c.off().instances());
        refusals(r);
        section("Notes", notes(r));
    }

    private void instances(String heading, List<InstanceLoad> loads) throws IOException {
        if (loads.isEmpty()) {
            return;
        }
        List<InstanceLoad> shown = loads.subList(0, Math.min(MOST_INSTANCES, loads.size()));
        Table table = new Table();
        table.column(9, "instance", cells(shown, load -> Text.inert(load.id(), LONGEST_ID)));
        table.column(3, "sessions", cells(shown, load -> Numbers.count(load.sessions())));
        table.column(7, "requests", cells(shown, load -> Numbers.count(load.requests())));
        table.column(8, "share", cells(shown, load -> Numbers.share(load.share())));
        table.column(4, "expected", cells(shown, load -> Numbers.share(load.expectedShare())));
        table.column(6, "errors", cells(shown, load -> Numbers.count(load.errors())));
        table.column(
                2, "p50", cells(shown, load -> Numbers.millis(load.latency().p50())));
        table.column(
                5, "p95", cells(shown, load -> Numbers.millis(load.latency().p95())));
        page.heading(heading);
        List<String> lines = table.lines(page.room());
        page.faint(lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            page.line(Page.INDENT + line);
        }
        if (shown.size() < loads.size()) {
            page.faint("and " + Numbers.count(loads.size() - shown.size()) + " more");
        }
    }

    private static List<String> cells(List<InstanceLoad> loads, Function<InstanceLoad, String> cell) {
        return loads.stream().map(cell).toList();
    }

    private static List<String> load(Result r) {
        List<String> facts = new ArrayList<>(Facts.load(r.distribution()));
        facts.addAll(MoreFacts.load(r.distribution()));
        Names.of("declared, but never answered: ", r.distribution().missingInstances())
                .ifPresent(facts::add);
        Names.of("answered, but not declared: ", r.distribution().undeclaredInstances())
                .ifPresent(facts::add);
        return facts;
    }

    private static String refused(RefusedCookie cookie) {
        return Text.inert(cookie.refusal().name(), LONGEST_ID) + ": "
                + cookie.refusal().reason().text() + " (" + Numbers.count(cookie.count(), "time") + ")";
    }

    private static List<String> notes(Result r) {
        List<String> notes = new ArrayList<>();
        String connections = Facts.connections(r.connections());
        if (connections != null) {
            notes.add("- " + connections);
        }
        if (r.unidentified() > 0) {
            notes.add("- " + Facts.unidentified(r));
        }
        r.notes().forEach(note -> notes.add("- " + note));
        return notes;
    }

    private static Style style(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Style.PASS;
            case FAIL -> Style.FAIL;
            case INCONCLUSIVE -> Style.UNDECIDED;
        };
    }
}
