package dev.stickcheck.verdict;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Connections;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.RefusedCookie;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Text;
import dev.stickcheck.statistics.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a person should know beside the verdict: cautions, likely causes, the next flag to try.
final class Notes {
    private Notes() {}

    static List<String> of(Findings findings, Expectation expectation) {
        List<String> notes = new ArrayList<>();
        oneAddress(findings, notes);
        refused(findings, notes);
        connections(findings.connections(), notes);
        attribution(findings, expectation, notes);
        away(findings, notes);
        MoveNotes.add(findings, notes);
        AlarmNotes.add(findings.alarms(), notes);
        lateness(findings, notes);
        if (findings.timeline().thinned()) {
            notes.add("The barcode shows a part of the sessions or answers, evenly chosen.");
        }
        return notes;
    }

    // A hash of addresses cannot do otherwise with a single one.
    private static void oneAddress(Findings findings, List<String> notes) {
        long answering = findings.instances().stream()
                .filter(instance -> instance.requests() > 0)
                .count();
        if (answering == 1 && findings.missingInstances() > 0) {
            notes.add("One instance got everything, which is what balancing by source address does to a single client:"
                    + " try several addresses with --source-address.");
        }
    }

    private static void refused(Findings findings, List<String> notes) {
        for (RefusedCookie refused : findings.refusedCookies().stream().limit(3).toList()) {
            CookieRefusal refusal = refused.refusal();
            notes.add("A browser would not keep or return the cookie " + Text.inert(refusal.name(), 60) + ": "
                    + refusal.reason().text() + ".");
        }
    }

    private static void connections(Connections connections, List<String> notes) {
        if (connections.contrary() > 0) {
            String asked =
                    connections.policy() == ConnectionPolicy.FRESH ? "had been used before" : "was another session's";
            notes.add(Words.count(connections.contrary(), "answer") + " came on a connection that " + asked
                    + ", against the connection policy.");
        }
    }

    private static void attribution(Findings findings, Expectation expectation, List<String> notes) {
        Stickiness stickiness = findings.stickiness();
        Double corrected = stickiness.chanceCorrected();
        boolean kept = stickiness.sessionsJudged() > 0 && stickiness.sessionsMoved() == 0;
        if (expectation == Expectation.SPREAD && kept && corrected != null && corrected > 0.5) {
            notes.add("Sessions stick to their instance although the load was expected to spread.");
        }
    }

    private static void away(Findings findings, List<String> notes) {
        if (!findings.away().isEmpty()) {
            String names = findings.away().stream()
                    .limit(5)
                    .map(id -> Text.inert(id, 40))
                    .collect(Collectors.joining(", "));
            notes.add("Not there all the time: " + names
                    + (findings.away().size() > 5 ? ", …" : "")
                    + "; evenness is judged among the instances that were, by how long each was there.");
        }
    }

    // Waiting for a free place is not the target's answer time, but a user would have waited it out.
    private static void lateness(Findings findings, List<String> notes) {
        Double service = findings.latency().p95();
        Double response = findings.response().p95();
        if (service != null && response != null && response > 2 * service + 20) {
            notes.add("Answers came too slowly for the pace asked for: counted from the intended sending p95 is "
                    + Words.millis(response) + " instead of " + Words.millis(service) + ".");
        }
    }
}
