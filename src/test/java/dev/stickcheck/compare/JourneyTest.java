package dev.stickcheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stickcheck.fixture.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A team's own journey, from its source, and what is told when there is something wrong with it.
@Timeout(120)
class JourneyTest {
    private static final String SOURCE = """
            package shop;

            import static io.gatling.javaapi.core.CoreDsl.*;
            import static io.gatling.javaapi.http.HttpDsl.*;

            import dev.stickcheck.simulations.Journey;
            import io.gatling.javaapi.core.ChainBuilder;
            import java.util.List;

            public final class %s extends Journey {
                @Override
                public List<ChainBuilder> steps(Context context) {
                    %s
                }
            }
            """;

    private static final String TWO_STEPS = """
            return List.of(
                    exec(http("login").get("/login")),
                    exec(http("basket").get(session -> "/basket/" + Journey.user(session))).exec(http("order").get("/order")));
            """;

    @TempDir
    private Path folder;

    private List<Path> compiled(String name, String steps) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/shop"));
        Files.writeString(sources.resolve(name + ".java"), SOURCE.formatted(name, steps));
        return JourneyPath.prepare(List.of(folder.resolve("sources")), folder.resolve("classes"));
    }

    private GatlingRun run(String journey, List<Path> path, Cluster cluster) throws IOException {
        GatlingRun.Wanted wanted = GatlingRun.Wanted.of(
                cluster.instance(1).url().resolve("/"),
                cluster.instance(2).url().resolve("/"));
        return GatlingRun.of(
                wanted.journey(journey).instructions(), new GatlingProcess.Launch(path, List.of()), folder);
    }

    @Test
    void measuresTheStepsOfATeamsOwnJourney() throws IOException {
        try (Cluster cluster = Cluster.of(2)) {
            GatlingRun run = run("shop.ShopJourney", compiled("ShopJourney", TWO_STEPS), cluster);

            assertThat(run.asked()).hasSizeGreaterThan(100);
            assertThat(run.asked().stream().mapToInt(Event.Asked::sequence).max())
                    .hasValue(3);
            assertThat(run.log()).doesNotContain("crashed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    NoSuchJourney | return List.of();                                          | was not found
                    Bare          | return List.of();                                          | at least 2 steps
                    Angry         | throw new IllegalStateException("not today");              | not today
                    Moody         | return List.of(exec(s -> s), exec(s -> { throw new IllegalStateException("mid-run"); })); | mid-run
                    """)
    void tellsWhatIsWrongWithAJourney(String name, String steps, String told) throws IOException {
        String written = name.equals("NoSuchJourney") ? "Other" : name;
        try (Cluster cluster = Cluster.of(2)) {
            GatlingRun run = run("shop." + name, compiled(written, steps), cluster);

            assertThat(run.events())
                    .filteredOn(event -> event instanceof Event.JourneyFailed)
                    .singleElement()
                    .satisfies(event -> assertThat(((Event.JourneyFailed) event).why())
                            .contains("shop." + name)
                            .contains(told)
                            .doesNotContain("\n"));
        }
    }

    @Test
    void refusesSourcesThatDoNotCompile() {
        assertThatExceptionOfType(CompareProblem.class)
                .isThrownBy(() -> compiled("Broken", "return 7;"))
                .matches(CompareProblem::usage)
                .withMessageContaining("does not compile")
                .withMessageContaining("Broken.java:13");
    }

    @Test
    void refusesAPlaceThatDoesNotExist() {
        assertThatExceptionOfType(CompareProblem.class)
                .isThrownBy(() -> JourneyPath.prepare(List.of(folder.resolve("nowhere")), folder))
                .matches(CompareProblem::usage);
    }

    @Test
    void takesJarsAndClassesAsTheyStand() throws IOException {
        Path jar = folder.resolve("journeys.jar");
        Files.createFile(jar);
        assertThat(JourneyPath.prepare(List.of(folder, jar), folder.resolve("classes")))
                .containsExactly(folder.toAbsolutePath(), jar.toAbsolutePath());
    }
}
