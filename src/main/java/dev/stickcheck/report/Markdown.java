package dev.stickcheck.report;

import dev.stickcheck.model.Text;
import java.util.regex.Pattern;

/// Makes text that came from outside mean nothing in Markdown (CommonMark 0.31, and GitHub's tables,
/// mentions and references).
final class Markdown {
    private static final String SPECIAL = "\\`*_[]<>|~$&";
    /// What makes a list, a heading or a rule of a line that begins with it.
    private static final Pattern BLOCK = Pattern.compile("^(\\d{1,9})?([-+=#.)])");
    /// GitHub makes links of bare addresses.
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?<=\\w)(?=://)|(?<=www)(?=\\.)");
    /// GitHub finds mentions and references in the rendered text, where escapes are gone: a zero width
    /// space parts them.
    private static final Pattern REFERENCE = Pattern.compile("[@#]");

    private Markdown() {}

    /// Text in a sentence.
    static String text(String raw, int limit) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Text.inert(raw, limit).toCharArray()) {
            escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        String inline = ADDRESS.matcher(escaped).replaceAll("\\\\");
        String block = BLOCK.matcher(inline).replaceFirst("$1\\\\$2");
        return REFERENCE.matcher(block).replaceAll("$0&#8203;");
    }

    /// Text as code in a table's cell, which a bar ends even within code. A backslash before a bar cannot be told from
    /// the escape, so there the bar is drawn broken.
    static String cell(String raw, int limit) {
        return code(raw.replace("\\|", "\\¦"), limit).replace("|", "\\|");
    }

    /// Text as code.
    static String code(String raw, int limit) {
        String inert = Text.inert(raw, limit);
        if (inert.isBlank()) {
            return "` `";
        }
        int longest = 0;
        int run = 0;
        for (int i = 0; i < inert.length(); i++) {
            run = inert.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String pad = inert.startsWith("`") || inert.endsWith("`") ? " " : "";
        return fence + pad + inert + pad + fence;
    }
}
