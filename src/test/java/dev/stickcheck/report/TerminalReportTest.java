package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Result;
import java.io.IOException;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalReportTest {
    private static final Pattern SGR = Pattern.compile("\u001b\\[[0-9;]+m");

    private static String text(Result result, Palette palette, int width) throws IOException {
        StringWriter out = new StringWriter();
        TerminalReport.write(result, out, palette, width);
        return out.toString();
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isNeverWiderThanTheTerminal(long seed) throws IOException {
        Result result = new RandomResults(seed).next();
        for (int width : new int[] {40, 41, 57, 80, 133}) {
            assertThat(text(result, Palette.PLAIN, width).lines())
                    .as("width %d", width)
                    .allMatch(line -> Columns.of(line) <= width);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void differsInColourAloneAndLetsNoEscapeOfATargetThrough(long seed) throws IOException {
        Result result = new RandomResults(seed).next();
        String plain = text(result, Palette.PLAIN, 80);
        String coloured = text(result, Palette.ANSI, 80);
        assertThat(SGR.matcher(coloured).replaceAll("")).isEqualTo(plain);
        assertThat(plain.codePoints().filter(point -> point != '\n')).noneMatch(Character::isISOControl);
    }

    @Test
    void endsEveryColourOnItsLine() throws IOException {
        for (Result result : SampleResults.all().values()) {
            assertThat(text(result, Palette.ANSI, 80).lines())
                    .allMatch(line -> line.lastIndexOf("\u001b[") == line.lastIndexOf("\u001b[0m"));
        }
    }

    @Test
    void beginsWithTheVerdict() throws IOException {
        assertThat(text(SampleResults.pass(), Palette.PLAIN, 80)).startsWith("✓ PASS  Sessions stick");
        assertThat(text(SampleResults.fail(), Palette.PLAIN, 80)).startsWith("✗ FAIL  Sessions do not stick");
        assertThat(text(SampleResults.inconclusive(), Palette.PLAIN, 80)).startsWith("? INCONCLUSIVE  Only one");
    }

    @Test
    void drawsAtMostTwentySessionsAndSaysSo() throws IOException {
        String text = text(SampleResults.pass(), Palette.PLAIN, 80);
        assertThat(text.lines().filter(line -> line.matches("  ([ABC])\\1{9}"))).hasSize(20);
        assertThat(text).contains("20 of 74 sessions, evenly thinned");
    }
}
