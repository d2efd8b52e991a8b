package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ten million observations fit into 1 GB. Here a tenth of them has a tenth of that; `scripts/benchmark --only
/// observations` tries them all.
class EvidenceMemoryTest {
    @Test
    void fitsAMillionObservationsIntoATenthOfAGigabyte() throws IOException, InterruptedException {
        Run run = analyse("-Xmx100m", 1_000_000);

        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.said()).startsWith("1000000 observations of 100000 sessions");
    }

    /// The measure itself: a heap that is too small ends the process.
    @Test
    void wouldNotFitIntoAThirdOfThat() throws IOException, InterruptedException {
        assertThat(analyse("-Xmx33m", 1_000_000).code()).isNotZero();
    }

    private record Run(int code, String said) {}

    private static Run analyse(String heap, int observations) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyObservations.class.getName(),
                        Integer.toString(observations)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }
}
