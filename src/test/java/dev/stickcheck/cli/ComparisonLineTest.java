package dev.stickcheck.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonLineTest {
    private static final String WARNING = "stickcheck: a verdict needs 10 blocks";

    private static String written(int width, boolean person, @Nullable String warning) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(bytes, true, UTF_8);
        Terminal terminal = new Terminal(err, err, false, person, true, width);
        try (ComparisonLine line = ComparisonLine.on(terminal, true, warning)) {
            line.show(1, 40);
            line.show(2, 40);
        }
        return bytes.toString(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80})
    void leavesTheLastColumnFree(int width) {
        String written = written(width, true, null);

        assertThat(written).contains("comparing");
        assertThat(Stream.of(written.split("\r|\n|\u001b\\[[\\d;]*[A-Za-z]")))
                .allMatch(line -> line.codePointCount(0, line.length()) < width);
    }

    @Test
    void warnsBeforeTheLineIsDrawn() {
        assertThat(written(80, true, WARNING))
                .startsWith(WARNING + System.lineSeparator())
                .contains("comparing")
                .containsOnlyOnce(WARNING);
    }

    @Test
    void warnsAloneWhereNobodyWatches() {
        assertThat(written(80, false, WARNING)).isEqualTo(WARNING + System.lineSeparator());
        assertThat(written(80, false, null)).isEmpty();
    }
}
