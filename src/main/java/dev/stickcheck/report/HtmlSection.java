package dev.stickcheck.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page's template fills in for one result: texts that need nothing but escaping. The names
/// are the template's.
///
/// @param id begins the ids of elements
/// @param outcome the verdict's label, a class of the style sheet too
/// @param answers null where no session was recorded
/// @param comparison null unless two arms were compared
/// @param which tells whose sessions are shown where two arms were compared
/// @param evidence null where none was recorded
/// @param figures what the script draws, as JSON that may stand in a script element
record HtmlSection(
        String id,
        String outcome,
        String mark,
        String summary,
        String target,
        String measured,
        String ended,
        @Nullable HtmlComparison comparison,
        List<CheckCard> checks,
        String which,
        @Nullable Answers answers,
        List<InstanceTable> instances,
        @Nullable List<EvidenceRow> evidence,
        String boundary,
        List<Titled> lists,
        List<Named> options,
        String repetition,
        String figures) {

    /// One check.
    record CheckCard(String outcome, String mark, String name, String observed, String bounds, String why) {}

    /// The sessions in letters; `clock` says what is drawn by time, null where times are not known.
    record Answers(
            List<String> how,
            List<Named> legend,
            String letters,
            @Nullable String clock) {}

    /// A name and what belongs to it; `look` is a class of the style sheet.
    record Named(String name, String text, String look) {}

    /// Sentences below a title.
    record Titled(String title, List<String> sentences) {}

    /// What the instances of a run, or of one arm of a comparison, served.
    ///
    /// @param data the id of the element that holds what is drawn
    /// @param which tells the arms apart; begins with a blank
    /// @param own what is drawn, as JSON, where the page's own figures do not hold it
    record InstanceTable(
            String place,
            String data,
            String which,
            List<InstanceRow> rows,
            String more,
            boolean shares,
            boolean latencies,
            @Nullable String own) {}

    /// One instance.
    record InstanceRow(
            String name,
            String letter,
            String look,
            String sessions,
            String requests,
            String share,
            String plausible,
            String expected,
            String errors,
            String p50,
            String p95,
            String p99) {}

    /// The evidence after so many sessions.
    record EvidenceRow(String sessions, String sticks, String moves) {}
}
