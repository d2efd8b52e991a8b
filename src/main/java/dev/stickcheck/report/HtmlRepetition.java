package dev.stickcheck.report;

import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The command line that repeats a run, quoted for a shell.
final class HtmlRepetition {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,%@+-]+");
    private static final int LONGEST = 300;

    /// Where the answer went changes nothing of the measurement; the seed comes last.
    private static final Set<String> NOT_REPEATED =
            Set.of("--seed", "--report", "--json", "--quiet", "--color", "--observations", "--verbose");

    private HtmlRepetition() {}

    /// The targets of two arms are options.
    static String of(Result r) {
        StringBuilder line = new StringBuilder("stickcheck ").append(quoted(r.command()));
        if (r.options().keySet().stream().map(HtmlRepetition::flag).noneMatch("--on"::equals)) {
            line.append(' ').append(quoted(r.target()));
        }
        for (Map.Entry<String, String> option : r.options().entrySet()) {
            String flag = flag(option.getKey());
            if (NOT_REPEATED.contains(flag)) {
                continue;
            }
            line.append(' ').append(quoted(flag));
            if (!option.getValue().equals("true")) {
                line.append(' ').append(quoted(option.getValue()));
            }
        }
        return Text.inert(line.append(" --seed ").append(r.seed()).toString(), 2_000);
    }

    /// An option as it is given.
    static String flag(String name) {
        return name.startsWith("--") ? name : "--" + name;
    }

    private static String quoted(String raw) {
        String text = Text.inert(raw, LONGEST);
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
