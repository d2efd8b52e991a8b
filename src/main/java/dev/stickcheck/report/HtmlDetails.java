package dev.stickcheck.report;

import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.HtmlSection.Named;
import dev.stickcheck.report.HtmlSection.Titled;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What stands at the end of a page: the sentences that all reports share, and how it was measured.
final class HtmlDetails {
    private static final int LONGEST_ID = 60;
    private static final int MOST_OPTIONS = 100;
    /// Options that have a name of their own among what was measured.
    private static final Set<String> TOLD = Set.of("--seed", "--expect", "--confidence", "--connections");

    private HtmlDetails() {}

    static List<Titled> lists(Result r) {
        List<Titled> lists = new ArrayList<>();
        if (r.comparison() == null) {
            ofOneArm(lists, r);
        } else {
            add(lists, "With affinity", ComparisonFacts.arm(r.comparison().on()));
            add(lists, "Without affinity", ComparisonFacts.arm(r.comparison().off()));
            add(lists, "Moves with affinity", Facts.moves(r.comparison().on().stickiness()));
            add(
                    lists,
                    "Moves without affinity",
                    Facts.moves(r.comparison().off().stickiness()));
        }
        add(
                lists,
                "Refused cookies",
                r.refusedCookies().stream().map(HtmlDetails::refused).toList());
        List<String> notes = new ArrayList<>();
        String connections = Facts.connections(r.connections());
        if (connections != null) {
            notes.add(connections);
        }
        if (r.unidentified() > 0) {
            notes.add(Facts.unidentified(r));
        }
        notes.addAll(r.notes());
        add(lists, "Notes", notes);
        return lists;
    }

    private static void ofOneArm(List<Titled> lists, Result r) {
        add(lists, "Stickiness", Facts.stickiness(r.stickiness()));
        add(lists, "Attribution", AttributionFacts.of(r.stickiness().attribution()));
        add(lists, "Moves by cause", Facts.moves(r.stickiness()));
        add(lists, "How long it lasts", MoreFacts.durations(r));
        if (!r.instances().isEmpty()) {
            List<String> load = new ArrayList<>(Facts.load(r.distribution()));
            load.addAll(MoreFacts.load(r.distribution()));
            Names.of("declared, but never answered: ", r.distribution().missingInstances())
                    .ifPresent(load::add);
            Names.of("answered, but not declared: ", r.distribution().undeclaredInstances())
                    .ifPresent(load::add);
            add(lists, "Load", load);
        }
        String latency = Facts.latency(r.latency(), r.response());
        add(lists, "Latency", latency == null ? List.of() : List.of(latency));
        add(lists, "Errors", Facts.errors(r));
    }

    private static void add(List<Titled> lists, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lists.add(new Titled(
                    title, sentences.stream().map(HtmlSections::sentence).toList()));
        }
    }

    private static String refused(RefusedCookie cookie) {
        return Text.inert(cookie.refusal().name(), LONGEST_ID) + ": "
                + cookie.refusal().reason().text() + " (" + Numbers.count(cookie.count(), "time") + ")";
    }

    /// Everything that a repetition needs, and what was sent.
    static List<Named> options(Result r) {
        List<Named> measured = new ArrayList<>();
        measured.add(named("command", "stickcheck " + r.command()));
        measured.add(named("version", r.version()));
        measured.add(named("target", r.target()));
        measured.add(
                named("begun", r.startedAt().truncatedTo(ChronoUnit.SECONDS).toString()));
        measured.add(named("took", Numbers.duration(r.duration())));
        measured.add(named("seed", Long.toString(r.seed())));
        measured.add(named("expectation", r.expectation().name().toLowerCase(Locale.ROOT)));
        measured.add(named("confidence", Numbers.percent(r.confidence())));
        measured.add(named("requests", Numbers.count(r.requests())));
        Comparison comparison = r.comparison();
        if (comparison != null) {
            measured.add(named("arms differ in", ComparisonFacts.words(comparison.contrast())));
            measured.add(named(
                    "blocks",
                    Numbers.count(comparison.blocks().size()) + " of " + Numbers.count(comparison.planned())));
        }
        measured.add(named("sticky sessions", Numbers.count(r.sessions())));
        measured.add(named("assignments", Numbers.count(r.assignments())));
        measured.add(named(
                "connections",
                ResultJson.label(r.connections().policy())
                        + (r.connections().distinct() == 0
                                ? ""
                                : ", " + Numbers.count(r.connections().distinct()) + " different")));
        if (r.cookieBytesPerRequest() != null) {
            measured.add(named("cookies", Numbers.plain(r.cookieBytesPerRequest()) + " bytes a request"));
        }
        r.options().entrySet().stream()
                .map(option -> named(HtmlRepetition.flag(option.getKey()), option.getValue()))
                .filter(option -> HtmlRepetition.measures(option.name()) && !TOLD.contains(option.name()))
                .limit(MOST_OPTIONS)
                .forEach(measured::add);
        return measured;
    }

    private static Named named(String name, String text) {
        return new Named(Text.inert(name, LONGEST_ID), Text.inert(text, 300), "");
    }
}
