package dev.stickcheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stickcheck.model.Application;
import dev.stickcheck.model.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationReaderTest {
    @Test
    void readsWhatAnApplicationHasAndHasNot() {
        Application application = ApplicationReader.parse("stateless, No-WebSocket,shared-database,stateless");
        assertThat(application.surely(Trait.STATELESS)).isTrue();
        assertThat(application.surelyNot(Trait.WEBSOCKET)).isTrue();
        assertThat(application.surely(Trait.SHARED_DATABASE)).isTrue();
        assertThat(application.has(Trait.HIGH_TRAFFIC)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "websockets § --application does not know 'websockets': did you mean websocket? It knows stateless, ",
                "no-statless § --application does not know 'no-statless': did you mean no-stateless? It knows ",
                "quantum § --application does not know 'quantum'; it knows stateless, shared-database, in-memory-cache",
                "stateless,, § --application does not know '';",
                "stateless,no-stateless § --application says both stateless and no-stateless: leave one of them out",
                "stateless,in-memory-state § --application says both stateless and in-memory-state: leave one of them"
            })
    void saysWhatItDoesNotKnowAndWhatIsNearest(String text, String message) {
        assertThatExceptionOfType(Problems.BadValue.class)
                .isThrownBy(() -> ApplicationReader.parse(text))
                .withMessageStartingWith(message);
    }

    @Test
    void knowsTheNamesOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(Trait.values()).allSatisfy(trait -> assertThat(readme).contains("`" + trait.label() + "`"));
    }

    @Test
    void keepsEscapesOutOfItsComplaint() {
        assertThatExceptionOfType(Problems.BadValue.class)
                .isThrownBy(() -> ApplicationReader.parse("\u001b[31mred"))
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("\u001b"));
    }
}
