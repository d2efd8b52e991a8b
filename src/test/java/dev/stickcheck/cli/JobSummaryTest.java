package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `$GITHUB_STEP_SUMMARY`.
class JobSummaryTest {
    private static final String[] SHORT = {
        "probe", "lab:cookie", "--sessions", "3", "--rate", "1000", "--expect", "any", "--quiet", "--json"
    };

    @TempDir
    Path folder;

    @Test
    void isAppendedBehindWhatEarlierStepsWrote() throws Exception {
        Path summary = Files.writeString(folder.resolve("summary.md"), "# Build\n");

        assertThat(run(summary.toString()).code()).isZero();
        assertThat(run(summary.toString()).code()).isZero();

        assertThat(Files.readString(summary)).startsWith("# Build\n## ✓ probe: pass\n");
        assertThat(Files.readString(summary).split("## ✓ probe: pass", -1)).hasSize(3);
    }

    @Test
    void isMadeWhereThereIsNone() throws Exception {
        Path summary = folder.resolve("summary.md");

        run(summary.toString());

        assertThat(Files.readString(summary)).startsWith("## ✓ probe: pass\n");
    }

    @Test
    void isNotWrittenWhereNothingAsksForIt() {
        assertThat(Command.run(Map.of(), SHORT).err()).isEmpty();
        assertThat(run("").err()).isEmpty();
    }

    @Test
    void losesNoResultWhenItCannotBeWritten() throws Exception {
        Path full = Files.write(folder.resolve("full.md"), new byte[1 << 20]);

        for (String bad : new String[] {folder.toString(), folder + "/no/where.md", "nul\0l", full.toString()}) {
            Command command = run(bad);

            assertThat(command.code()).as(command.toString()).isZero();
            assertThat(command.json().verdict()).isEqualTo("pass");
            assertThat(command.err())
                    .hasLineCount(1)
                    .contains("the job summary")
                    .contains("is not written: ");
        }
        assertThat(full).hasSize(1 << 20);
    }

    private static Command run(String file) {
        return Command.run(Map.of("GITHUB_STEP_SUMMARY", file), SHORT);
    }
}
