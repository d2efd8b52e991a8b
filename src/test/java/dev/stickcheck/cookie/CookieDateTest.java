package dev.stickcheck.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CookieDateTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9A-F]{2})|(\\\\))");
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    record Form(OptionalLong epochSecond, String text, String why) {}

    static Stream<Form> forms() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/cookie/dates.tsv"));
        return lines.stream().filter(line -> !line.startsWith("#")).map(CookieDateTest::form);
    }

    private static Form form(String line) {
        String[] fields = line.split("\t", -1);
        OptionalLong expected =
                fields[0].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fields[0]));
        return new Form(expected, ESCAPE.matcher(fields[1]).replaceAll(CookieDateTest::unescape), fields[2]);
    }

    private static String unescape(MatchResult escape) {
        String hex = escape.group(1);
        return hex == null ? "\\\\" : String.valueOf((char) Integer.parseInt(hex, 16));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsADateAsBrowsersDo(Form form) {
        assertThat(CookieDate.parse(form.text())).as(form.why()).isEqualTo(form.epochSecond());
    }

    @Test
    void theTableHoldsAtLeastSeventyForms() throws IOException {
        assertThat(forms().map(Form::text).distinct().count()).isGreaterThanOrEqualTo(70);
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsEveryMomentInEveryOrderOfTheTokens(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            long second = random.nextLong(
                    LocalDateTime.of(1601, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC),
                    LocalDateTime.of(9999, 12, 31, 23, 59).toEpochSecond(ZoneOffset.UTC));
            String text = written(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC), random);
            assertThat(CookieDate.parse(text)).as("seed %d: %s", seed, text).isEqualTo(OptionalLong.of(second));
        }
    }

    /// A four-digit year is never taken for a day, nor a month or time for anything else: any order will do.
    private static String written(LocalDateTime at, SplittableRandom random) {
        List<String> tokens = new ArrayList<>(List.of(
                Integer.toString(at.getDayOfMonth()),
                MONTHS[at.getMonthValue() - 1],
                Integer.toString(at.getYear()),
                String.format(Locale.ROOT, "%02d:%d:%02d", at.getHour(), at.getMinute(), at.getSecond())));
        StringBuilder text = new StringBuilder();
        while (!tokens.isEmpty()) {
            text.append(tokens.remove(random.nextInt(tokens.size()))).append(" -,;/\t".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
