package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.model.Timeline;
import dev.stickcheck.model.Verdict;
import dev.stickcheck.report.HtmlSection.Answers;
import dev.stickcheck.report.HtmlSection.CheckCard;
import dev.stickcheck.report.HtmlSection.EvidenceRow;
import dev.stickcheck.report.HtmlSection.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the words of a page together. No text of a target is longer than what a page bears, and none can do anything.
final class HtmlSections {
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_SENTENCE = 600;
    private static final int MOST_EVIDENCE_ROWS = 25;

    private HtmlSections() {}

    static String title(List<Result> results) {
        if (results.isEmpty()) {
            return "Nothing could be measured – stickcheck";
        }
        Result first = results.getFirst();
        String more = results.size() > 1 ? " and " + Numbers.count(results.size() - 1) + " more" : "";
        return Facts.shout(Verdict.of(results.stream().map(Result::verdict).toList())) + ": "
                + Text.inert(first.target(), 120) + more + " – stickcheck";
    }

    static List<HtmlSection> of(List<Result> results) throws IOException {
        List<HtmlSection> sections = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            sections.add(section("r" + (i + 1), results.get(i)));
        }
        return sections;
    }

    private static HtmlSection section(String id, Result r) throws IOException {
        InstanceColours colours = InstanceColours.of(r);
        SessionRows rows = SessionRows.of(r.timeline());
        return new HtmlSection(
                id,
                r.verdict().label(),
                Facts.mark(r.verdict()),
                heading(r),
                Text.inert(r.target(), 200),
                Facts.measured(r),
                sentence(r.ending().why()),
                r.comparison() == null ? null : HtmlComparison.of(r.comparison()),
                r.checks().stream().map(HtmlSections::check).toList(),
                HtmlInstances.which(r),
                rows.rows().isEmpty() ? null : answers(r.timeline(), rows),
                HtmlInstances.of(id, r, colours),
                evidence(r.timeline()),
                Numbers.plain(1 / (1 - r.confidence())) + " : 1",
                HtmlDetails.lists(r),
                HtmlDetails.options(r),
                HtmlRepetition.of(r),
                HtmlFigures.json(r, rows, Served.of(r), colours));
    }

    private static String heading(Result r) {
        String summary = sentence(r.summary().strip());
        return summary.isEmpty() ? "No sentence was saved with this verdict." : summary;
    }

    private static CheckCard check(Check check) {
        String plausible = check.interval() == null ? "" : "plausible " + Facts.interval(check) + " · ";
        return new CheckCard(
                check.outcome().label(),
                Facts.mark(check.outcome()),
                Text.inert(check.name(), LONGEST_ID).replace('-', ' '),
                Facts.value(check, check.observed()),
                plausible + "limit " + Facts.value(check, check.limit()),
                sentence(check.why()));
    }

    private static Answers answers(Timeline timeline, SessionRows rows) {
        StringBuilder letters = new StringBuilder();
        for (SessionRows.Row row : rows.rows()) {
            letters.append(row.letters());
            letters.append(row.sessions() == 1 ? "" : "  × " + Numbers.count(row.sessions()))
                    .append('\n');
        }
        List<Named> legend = new ArrayList<>();
        Barcode.of(timeline, Integer.MAX_VALUE, Integer.MAX_VALUE)
                .legend()
                .forEach((letter, index) -> legend.add(new Named(
                        String.valueOf(letter),
                        index < 0
                                ? Barcode.meaning(letter)
                                : index < timeline.instances().size()
                                        ? Text.inert(timeline.instances().get(index), LONGEST_ID)
                                        : "an unnamed instance",
                        index < 0 ? (letter == '!' ? "error" : "none") : "c" + index % InstanceColours.COLOURS)));
        return new Answers(rows.how(), legend, letters.toString(), clock(timeline));
    }

    private static @Nullable String clock(Timeline timeline) {
        SessionClock clock = SessionClock.of(timeline);
        if (clock.rows().isEmpty()) {
            return null;
        }
        return clock.rows().size() == clock.all()
                ? "Every session from its first request to its last."
                : Numbers.count(clock.rows().size()) + " of " + Numbers.count(clock.all())
                        + " sessions, evenly thinned, each from its first request to its last.";
    }

    /// Evenly thinned, the last one always there. Null where nothing is to be drawn.
    private static @Nullable List<EvidenceRow> evidence(Timeline timeline) {
        List<Timeline.Evidence> all = timeline.evidence();
        if (all.isEmpty()) {
            return null;
        }
        List<EvidenceRow> rows = new ArrayList<>();
        int shown = Math.min(MOST_EVIDENCE_ROWS, all.size());
        for (int i = 1; i <= shown; i++) {
            Timeline.Evidence point = all.get((int) ((long) i * all.size() / shown) - 1);
            rows.add(new EvidenceRow(Numbers.count(point.sessions()), odds(point.pass()), odds(point.fail())));
        }
        return rows;
    }

    private static String odds(double logarithm) {
        return Numbers.plain(Math.exp(logarithm)) + " : 1";
    }

    static String sentence(String raw) {
        return Text.inert(raw, LONGEST_SENTENCE);
    }
}
