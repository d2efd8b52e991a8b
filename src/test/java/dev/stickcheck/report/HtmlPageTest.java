package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.stickcheck.model.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The page in a browser: in light, in dark and on a phone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlPageTest {
    private static final Path HOME = Path.of("src/test/js/page");
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final List<Members> seen = new ArrayList<>();
    private final List<Members> unsound = new ArrayList<>();

    @BeforeAll
    void lookAtThem(@TempDir Path folder) throws Exception {
        for (Map.Entry<String, Result> sample : SampleResults.all().entrySet()) {
            pages.put(sample.getKey(), Pages.html(sample.getValue()));
        }
        for (Map.Entry<String, Result> sample : SampleComparisons.all().entrySet()) {
            pages.put(sample.getKey(), Pages.html(sample.getValue()));
        }
        pages.put("random", Pages.html(new RandomResults(1).next()));
        pages.put("large", Pages.html(Pages.large(1_000, 100, 3)));
        pages.put("broken", Pages.html(Pages.large(40, 10, 1)));
        pages.put("failover", Pages.html(Pages.failover()));
        pages.put("several", Pages.html(SampleResults.pass(), SampleResults.hostile(), SampleComparisons.hostile()));
        pages.put(
                "unsound",
                pages.get("pass")
                        .replace("<html lang=\"en\">", "<html>")
                        .replace("<main", "<img src=x onerror=\"hacked=1\"><main"));
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            files.add(Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue())
                    .toString());
        }
        look(folder, files);
    }

    private void look(Path folder, List<String> files) throws IOException, InterruptedException {
        if (!Files.isDirectory(HOME.resolve("node_modules/playwright-core"))) {
            fail("playwright-core is not installed: run `npm ci --prefix %s`", HOME);
        }
        Path output = folder.resolve("seen.json");
        Path log = folder.resolve("log.txt");
        List<String> command =
                new ArrayList<>(List.of("node", HOME.resolve("look.mjs").toString(), browser(), output.toString()));
        command.addAll(files);
        Process node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(node.waitFor(5, TimeUnit.MINUTES))
                    .as("the browser ends in time")
                    .isTrue();
        } finally {
            node.destroyForcibly();
        }
        assertThat(node.exitValue()).as(Files.readString(log)).isZero();
        try (InputStream in = Files.newInputStream(output)) {
            for (Object page : (List<?>) JsonValues.read(in)) {
                Members facts = Members.of(page, "");
                (facts.text("page").endsWith("/unsound.html") ? unsound : seen).add(facts);
            }
        }
        assertThat(seen).hasSize(3 * (pages.size() - 1));
    }

    private static String browser() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> fail("there is no chromium: run scripts/install-browser"))
                .toString();
    }

    private Stream<Members> all(String page) {
        return seen.stream().filter(one -> one.text("page").endsWith("/" + page + ".html"));
    }

    private static String name(Members page) {
        return page.text("page") + " " + page.text("look");
    }

    @Test
    void wouldNoticeAPageThatIsNotSound() {
        Members page = unsound.getFirst();
        assertThat(page.texts("problems")).anyMatch(problem -> problem.startsWith("html-has-lang"));
        assertThat(page.texts("said")).as("the policy refuses both").hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.count("foreign")).isOne();
        assertThat(page.flag("hacked", true)).as("by the page's own policy").isFalse();
    }

    @Test
    void saysNothingOnTheConsole() {
        assertThat(seen)
                .allSatisfy(
                        page -> assertThat(page.texts("said")).as(name(page)).isEmpty());
    }

    @Test
    void asksForNothingBesideItself() {
        assertThat(seen)
                .allSatisfy(
                        page -> assertThat(page.texts("asked")).as(name(page)).isEmpty());
    }

    @Test
    void isAccessible() {
        assertThat(seen)
                .allSatisfy(page ->
                        assertThat(page.texts("problems")).as(name(page)).isEmpty());
    }

    @Test
    void drawsEveryFigure() {
        assertThat(seen)
                .allSatisfy(
                        page -> assertThat(page.count("drawn")).as(name(page)).isEqualTo(page.count("figures")));
        assertThat(all("pass")).allMatch(page -> page.count("figures") == 4);
        assertThat(all("compare"))
                .as("load and latency of both arms, barcode and clock")
                .allMatch(page -> page.count("figures") == 6);
        assertThat(all("failover")).as("with the clock, without evidence").allMatch(page -> page.count("figures") == 4);
    }

    @Test
    void hasACellForEachRequestOfTheFirstSession() {
        assertThat(all("pass")).allMatch(page -> page.count("firstRow") == 10 && page.count("cells") == 740);
        assertThat(all("broken")).allMatch(page -> page.count("firstRow") == 10 && page.count("cells") == 400);
        assertThat(all("large"))
                .as("bands for sessions that kept to one instance")
                .allMatch(page -> page.count("firstRow") == 100);
    }

    @Test
    void drawsThousandsOfCellsAtMost() {
        assertThat(all("large")).allMatch(page -> page.count("cells") <= 63 * 100);
    }

    @Test
    void fitsAPhone() {
        assertThat(seen)
                .allSatisfy(page ->
                        assertThat(page.flag("wider", true)).as(name(page)).isFalse());
    }

    @Test
    void letsNothingOfATargetAct() {
        assertThat(seen).allSatisfy(page -> {
            assertThat(page.flag("hacked", true)).as(name(page)).isFalse();
            assertThat(page.count("foreign")).as(name(page)).isZero();
        });
        assertThat(all("hostile")).allMatch(page -> page.count("scripts") == 2);
    }
}
