package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '§',
            value = {
                "plain text, 4.2 % (fine)! § plain text, 4.2 % (fine)!",
                "<b>&amp; § \\<b\\>\\&amp;",
                "a|b § a\\|b",
                "`a` *b* _c_ ~d~ $e$ § \\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\$e\\$",
                "[a](b) § \\[a\\](b)",
                "@all see #1 § @&#8203;all see #&#8203;1",
                "a@b.c § a@&#8203;b.c",
                "see http://x.y or www.x.y § see http\\://x.y or www\\.x.y",
                "# a § \\#&#8203; a",
                "- a § \\- a",
                "1. a § 1\\. a",
                "a\\b § a\\\\b",
                "ZWSP § ZWSP",
            })
    void takesTheMeaningFromText(String raw, String expected) {
        assertThat(Markdown.text(raw, 100)).isEqualTo(expected);
    }

    @Test
    void leavesNoLineBreakNorControl() {
        assertThat(Markdown.text("a\n\n# b\r\u001b[0m", 100)).doesNotContain("\n", "\r", "\u001b");
        assertThat(Markdown.code("a\n\n# b\r\u001b[0m", 100)).doesNotContain("\n", "\r", "\u001b");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '§',
            value = {"a § `a`", "`a` § `` `a` ``", "a```b § ````a```b````", "<b> § `<b>`", "a|b § `a|b`"})
    void fencesCode(String raw, String expected) {
        assertThat(Markdown.code(raw, 100)).isEqualTo(expected);
    }

    @Test
    void keepsBarsWithinTheirCell() {
        assertThat(Markdown.cell("a|b", 100)).isEqualTo("`a\\|b`");
        assertThat(Markdown.cell("a\\|b", 100)).isEqualTo("`a\\¦b`");
        assertThat(Markdown.code("", 100)).isEqualTo("` `");
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsItsTablesWhateverAResultHolds(long seed) throws IOException {
        StringWriter out = new StringWriter();
        MarkdownReport.write(new RandomResults(seed).next(), out);
        List<String> rows =
                out.toString().lines().filter(line -> line.startsWith("|")).toList();
        assertThat(rows).allSatisfy(row -> assertThat(bars(row)).isIn(7, 9));
        assertThat(out.toString().codePoints().filter(point -> point != '\n')).noneMatch(Character::isISOControl);
        assertThat(active(out.toString()))
                .doesNotContainPattern("<(?!sub>|/sub>)")
                .doesNotContainPattern("@(?!&#8203;)");
    }

    /// What is neither code nor escaped, by CommonMark 0.31, sections 2.4 and 6.1.
    private static String active(String markdown) {
        StringBuilder active = new StringBuilder();
        for (int i = 0; i < markdown.length(); ) {
            char c = markdown.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c != '`') {
                active.append(c);
                i++;
            } else {
                Matcher fence = Pattern.compile("`+").matcher(markdown);
                assertThat(fence.find(i)).isTrue();
                int length = fence.group().length();
                do {
                    assertThat(fence.find())
                            .as("code that begins at %d ends", i)
                            .isTrue();
                } while (fence.group().length() != length);
                i = fence.end();
            }
        }
        return active.toString();
    }

    /// Bars that end a cell: those before which no odd number of backslashes stands.
    private static int bars(String row) {
        int bars = 0;
        int backslashes = 0;
        for (char c : row.toCharArray()) {
            bars += c == '|' && backslashes % 2 == 0 ? 1 : 0;
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return bars;
    }
}
