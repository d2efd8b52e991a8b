package dev.stickcheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stickcheck.config.ConfigKey.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    private static final List<ConfigKey> KEYS = List.of(
            new ConfigKey("sessions", Kind.ONE, false),
            new ConfigKey("max-errors", Kind.ONE, false),
            new ConfigKey("instances", Kind.ONE, false),
            new ConfigKey("source-address", Kind.ONE, false),
            new ConfigKey("http", Kind.ONE, false),
            new ConfigKey("header", Kind.MANY, false),
            new ConfigKey("insecure", Kind.FLAG, false),
            new ConfigKey("report", Kind.MANY, true));

    @TempDir
    Path folder;

    @Test
    void readsValuesAsTheyWereWritten() throws Exception {
        Configuration read = read("""
                target: lab:cookie
                sessions: 0100
                max-errors: 1%
                http: 1.10
                insecure: true
                instances: {a: 7, b: 2}
                source-address: [127.0.0.1, 127.0.0.2]
                header:
                  Accept: text/html
                  X-A: "b: c"
                report: [a.json, 'b.xml']
                """);

        assertThat(options(read, 0))
                .containsEntry("sessions", List.of("0100"))
                .containsEntry("max-errors", List.of("1%"))
                .containsEntry("http", List.of("1.10"))
                .containsEntry("insecure", List.of())
                .containsEntry("instances", List.of("a=7,b=2"))
                .containsEntry("source-address", List.of("127.0.0.1,127.0.0.2"))
                .containsEntry("header", List.of("Accept: text/html", "X-A: b: c"))
                .containsEntry("report", List.of("a.json", "b.xml"));
        assertThat(read.aims()).extracting(Configuration.Aim::target).containsExactly("lab:cookie");
    }

    @Test
    void letsATargetsOwnOptionWinAndTheCommandLineWinOverBoth() throws Exception {
        Configuration read = read("""
                sessions: 10
                insecure: true
                header: 'A: 1'
                targets:
                  - lab:cookie
                  - target: lab:random
                    sessions: 20
                    insecure: false
                    header: ['B: 2', 'C: 3']
                """);

        assertThat(options(read, 0)).containsEntry("sessions", List.of("10")).containsKey("insecure");
        assertThat(options(read, 1))
                .containsEntry("sessions", List.of("20"))
                .containsEntry("header", List.of("B: 2", "C: 3"))
                .doesNotContainKey("insecure");
        assertThat(read.options(read.aims().get(1), Map.of("sessions", List.of("30"), "insecure", List.of())))
                .containsEntry("sessions", List.of("30"))
                .containsKey("insecure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sesions: 5 | line 1: there is no 'sesions': did you mean sessions?",
                "--sessions: 5 | line 1: there is no '--sessions': did you mean sessions?",
                "qqqqqqqqqq: 5 | the names are those of the options, without dashes",
                "targt: a | line 1: there is no 'targt': did you mean target or targets?",
                "sessions: 5\\nsessions: 6 | line 2: 'sessions' was given on line 1 already",
                "sessions: [1, 2] | line 1: sessions takes one value, not a list",
                "sessions: {a: 1} | line 1: sessions takes one value, not names with values",
                "sessions: | line 1: sessions has no value",
                "sessions: null | line 1: sessions has no value",
                "instances: [a, [b]] | line 1: instances has a list or a map inside",
                "instances: [] | line 1: instances takes one value, not a list",
                "report: {a: b} | line 1: report takes values, not names with values",
                "insecure: yes | line 1: insecure must be true or false",
                "insecure: 'true' | line 1: insecure must be true or false",
                "insecure: [true] | line 1: insecure must be true or false",
                "targets: lab:cookie | line 1: targets must be a list",
                "targets: [] | line 1: targets must be a list",
                "targets: [[a]] | line 1: a target is a list: write it under targets",
                "target: | line 1: a target has no value",
                "targets: [{sessions: 5}] | line 1: a target's own options need its target",
                "targets: [{target: a, report: b.json}] | report holds for the whole command",
                "target: a\\ntargets: [b] | target and targets are both given",
                "- a | line 1: a configuration is names with values",
                "just words | line 1: a configuration is names with values",
                "a: b: c | line 1: is no YAML",
                "'a | is no YAML",
                "a: [1, 2 | is no YAML",
                "a: *b | line 1: aliases such as *name are not taken",
                "a: !!java.net.URL [http://x] | line 1: tags such as !!name are not taken",
                "a: !x y | line 1: tags such as !!name are not taken",
                "? [a]\\n: b | line 1: a name is a list or a map",
                "target: a\\n---\\ntarget: b | a second document begins",
                "# only a comment | is empty",
                "a: \\u0001 | is no YAML",
            })
    void tellsWhatIsWrongAndWhere(String yaml, String words) throws Exception {
        String text = yaml.replace("\\n", "\n").replace("\\u0001", "\u0001");

        assertThat(problems(text)).hasSize(1).first().asString().contains(words).startsWith(file() + " ");
    }

    @Test
    void tellsEverythingAtOnce() throws Exception {
        assertThat(problems("""
                        sesions: 5
                        http: [1, 2]
                        targets:
                          - target: lab:cookie
                            insecur: true
                            report: x.json
                          - []
                        """)).hasSize(5);
    }

    @Test
    void isNotBroughtDownByWhatIsMadeToDoSo() throws Exception {
        assertThat(problems("a: " + "[".repeat(100_000))).hasSize(1);
        assertThat(problems("a: " + "{b: ".repeat(60_000))).hasSize(1);
        assertThat(problems("- ".repeat(100_000) + "x")).hasSize(1);
        assertThat(problems("a: &x [1]\nb: &y [*x, *x]\nc: [*y, *y]")).hasSize(1);
        assertThat(problems("a: 1\n".repeat(100_000)).getFirst()).contains("larger than 256 KiB");
        assertThat(problems("targets: [" + "a, ".repeat(101) + "]").getFirst()).contains("at most 100");
        assertThat(problems("x".repeat(100_000) + ": 1").getFirst()).hasSizeLessThan(500);
        assertThat(problems("\"\\e[31m\": 1").getFirst()).doesNotContain("\u001b");
    }

    @Test
    void readsNothingThatIsNoText() throws Exception {
        Files.write(folder.resolve("stickcheck.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        assertThat(problemsOf(file())).containsExactly(file() + " is not UTF-8 text");
        assertThat(problemsOf("/nowhere/stickcheck.yaml").getFirst()).contains("cannot be read");
        assertThat(problemsOf(folder.toString()).getFirst()).contains("cannot be read");
        assertThat(problemsOf("/dev/zero").getFirst()).contains("larger than 256 KiB");
    }

    @Test
    void givesAComplaintTheLineThatCausedIt() throws Exception {
        Configuration read = read("sessions: none\ntargets:\n  - target: a\n    max-errors: 7\n");
        Configuration.Aim aim = read.aims().getFirst();

        assertThat(read.located("--sessions must be a whole number", aim, Set.of()))
                .isEqualTo(file() + " line 1: sessions must be a whole number");
        assertThat(read.located("--max-errors must lie", aim, Set.of())).startsWith(file() + " line 4: ");
        assertThat(read.located("the target 'a' has no scheme", aim, Set.of())).startsWith(file() + " line 3: ");
        assertThat(read.located("--sessions must be", aim, Set.of("sessions"))).isEqualTo("--sessions must be");
        assertThat(read.located("--http must be", aim, Set.of())).isEqualTo("--http must be");
    }

    private static Map<String, List<String>> options(Configuration read, int target) {
        return read.options(read.aims().get(target), Map.of());
    }

    private Configuration read(String yaml) throws IOException {
        Files.writeString(folder.resolve("stickcheck.yaml"), yaml, StandardCharsets.UTF_8);
        return Configuration.read(file(), KEYS);
    }

    private List<String> problems(String yaml) throws IOException {
        Files.writeString(folder.resolve("stickcheck.yaml"), yaml, StandardCharsets.UTF_8);
        return problemsOf(file());
    }

    private static List<String> problemsOf(String file) {
        ConfigProblem problem = catchThrowableOfType(ConfigProblem.class, () -> Configuration.read(file, KEYS));
        return problem == null ? List.of() : problem.lines();
    }

    private String file() {
        return folder.resolve("stickcheck.yaml").toString();
    }
}
