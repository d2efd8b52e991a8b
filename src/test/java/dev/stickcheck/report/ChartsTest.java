package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script that pages embed is committed, so it must be what its sources and its lock file make.
class ChartsTest {
    private static final Path HOME = Path.of("src/main/js/report");
    private static final Path COMMITTED = Path.of("src/main/resources/dev/stickcheck/report/charts.js");

    @Test
    void areBuiltFromTheirSources(@TempDir Path folder) throws Exception {
        if (!Files.isDirectory(HOME.resolve("node_modules/esbuild"))) {
            fail("esbuild is not installed: run `npm ci --prefix %s`", HOME);
        }
        Path built = folder.resolve("charts.js");
        Process node = new ProcessBuilder("node", HOME.resolve("build.mjs").toString(), built.toString())
                .inheritIO()
                .start();
        assertThat(node.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isZero();
        assertThat(Files.mismatch(built, COMMITTED))
                .as("scripts/build-charts builds them anew; the first difference")
                .isEqualTo(-1);
    }

    @Test
    void carryTheLicencesOfWhatIsInThem() throws Exception {
        assertThat(Files.readString(COMMITTED))
                .startsWith("/*\n")
                .contains("@observablehq/plot 0.6.17", "Copyright 2020-2025 Observable, Inc.", "d3-scale ", "Bostock");
    }
}
