package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// Completion and manual pages, in the shells and formatters that people have.
class ManualTest {
    @TempDir
    static Path share;

    @BeforeAll
    static void writes() throws IOException {
        Manual.main(new String[] {share.toString(), "1.2.3", "2026-11-24T00:00:00Z"});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stickcheck pro | probe",
                "stickcheck probe --ex | --expect",
                "stickcheck probe --expect s | sticky spread",
                "stickcheck probe lab:cookie --connections p | pooled per-session",
                "stickcheck probe --cookies '' | keep drop",
                "stickcheck probe --color a | auto always",
                "stickcheck probe --obs | --observations",
                "stickcheck probe --report CHANGE | CHANGELOG.md",
                "stickcheck probe --config README | README.md",
                "stickcheck probe --con | --concurrency --connections --confidence --config",
            })
    void completesInBash(String line, String expected) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                "bash",
                                "src/test/resources/completion/bash.sh",
                                share.resolve("bash-completion/completions/stickcheck")
                                        .toString()),
                        Stream.of(line.split(" ")).map(word -> word.equals("''") ? "" : word))
                .toList();

        assertThat(said(command).strip().split("\\s+")).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stickcheck probe --ex | stickcheck probe --expect",
                "stickcheck probe --expect st | stickcheck probe --expect sticky"
            })
    void completesInZsh(String line, String expected) throws Exception {
        String folder = share.resolve("zsh/site-functions").toString();

        assertThat(said(List.of("zsh", "-f", "src/test/resources/completion/zsh.zsh", folder, line))
                        .strip())
                .isEqualTo(expected);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(share.resolve("man/man1"))) {
            return pages.toList();
        }
    }

    @Test
    void hasAPageForEveryCommand() throws Exception {
        CommandLine root = Main.commands(Terminal.ofProcess(), Map.of());

        assertThat(pages())
                .extracting(page -> page.getFileName().toString())
                .contains("stickcheck.1", "stickcheck-probe.1")
                .hasSize(1 + root.getSubcommands().size());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isFormattedWithoutAWarning(Path page) throws Exception {
        assertThat(said(List.of("mandoc", "-Tlint", "-Wwarning", page.toString())))
                .isEmpty();
        assertThat(said(List.of("groff", "-ww", "-z", "-Tutf8", "-man", page.toString())))
                .isEmpty();
    }

    @Test
    void saysWhatTheHelpSays() throws Exception {
        String page = said(List.of(
                        "mandoc",
                        "-Tutf8",
                        share.resolve("man/man1/stickcheck-probe.1").toString()))
                .replaceAll(".\b", "")
                .replaceAll("\\s+", " ");

        assertThat(page)
                .contains("stickcheck-probe - Do sessions stick")
                .contains("SYNOPSIS stickcheck probe [OPTIONS] [TARGET]")
                .contains("EXIT STATUS 0 every check passed")
                .contains("--expect WHAT sticky (stickiness and evenness are gated)")
                .contains("A header of every request; never printed")
                .contains("http://…")
                .contains("stickcheck(1)");
    }

    @Test
    void escapesWhatTheFormatterWouldObey() {
        assertThat(new Roff().line(".so /etc/passwd").line("'br \\n-1 \"x\"").toString())
                .isEqualTo("\\&.so /etc/passwd\n\\(aqbr \\en\\-1 \\(dqx\\(dq\n");
    }

    private static String said(List<String> command) throws Exception {
        Path out = Files.createTempFile(share, "said", "");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(out)).isZero();
            return Files.readString(out);
        } finally {
            Files.delete(out);
        }
    }
}
