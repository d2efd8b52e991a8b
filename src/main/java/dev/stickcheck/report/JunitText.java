package dev.stickcheck.report;

import dev.stickcheck.model.Check;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/// What a build server shows beside a test case.
final class JunitText {
    private static final int LONGEST = 1_000;
    private static final int WIDTH = 100;

    private JunitText() {}

    /// What a check's outcome rests on, a fact a line.
    static String evidence(Result r, Check check) {
        List<String> lines = new ArrayList<>();
        lines.add(check.why());
        lines.add("observed " + Facts.value(check, check.observed()) + ", plausible " + Facts.interval(check)
                + ", limit " + Facts.value(check, check.limit()));
        switch (check.name()) {
            case "stickiness-failures" -> {
                lines.addAll(Facts.stickiness(r.stickiness()));
                lines.addAll(Facts.moves(r.stickiness()));
            }
            case "imbalance" -> lines.addAll(Facts.load(r.distribution()));
            case "errors" -> lines.addAll(Facts.errors(r));
            case "improvement" -> {
                if (r.comparison() != null) {
                    lines.addAll(ComparisonFacts.outcomes(r.comparison()));
                }
            }
            default -> {}
        }
        return String.join("\n", lines.stream().map(JunitText::clean).toList());
    }

    /// The whole report for people.
    static String whole(Result r) throws IOException {
        StringWriter text = new StringWriter();
        TerminalReport.write(r, text, Palette.PLAIN, WIDTH);
        return text.toString();
    }

    /// What XML 1.0 cannot hold (section 2.2: controls, halves of pairs, U+FFFE) is replaced on the way.
    static String clean(String text) {
        return Text.inert(text, LONGEST);
    }
}
