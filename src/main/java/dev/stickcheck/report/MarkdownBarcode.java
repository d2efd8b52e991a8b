package dev.stickcheck.report;

import dev.stickcheck.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Draws the sessions of a run in a block of code.
final class MarkdownBarcode {
    private static final int MOST_ROWS = 40;
    private static final int MOST_ANSWERS = 100;
    private static final int LONGEST_ID = 60;

    private MarkdownBarcode() {}

    static String of(Timeline timeline) {
        Barcode barcode = Barcode.of(timeline, MOST_ROWS, MOST_ANSWERS);
        List<String> lines = new ArrayList<>();
        lines.add("```text");
        lines.addAll(barcode.rows());
        lines.add("```");
        lines.add("");
        lines.add(String.join(
                ", ",
                barcode.legend().entrySet().stream()
                        .map(entry -> legend(entry, timeline.instances()))
                        .toList()));
        if (!barcode.caption().isEmpty()) {
            lines.add("");
            lines.add("(" + barcode.caption() + ")");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String legend(Map.Entry<Character, Integer> entry, List<String> instances) {
        int index = entry.getValue();
        String meaning = index < 0
                ? Barcode.meaning(entry.getKey())
                : index < instances.size() ? Markdown.code(instances.get(index), LONGEST_ID) : "an unnamed instance";
        return "`" + entry.getKey() + "` " + meaning;
    }
}
