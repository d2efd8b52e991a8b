package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Result;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page as a text; [HtmlPageTest] opens it.
class HtmlReportTest {
    private static final int MEGABYTE = 1_000_000;
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^\\s>]*");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Test
    void staysBelowAMegabyte() throws IOException {
        for (Result result : new Result[] {
            Pages.large(1_000, 10, 3), Pages.large(50, 200, 1), Pages.large(1_000, 100, 1), SampleResults.hostile()
        }) {
            assertThat(Pages.html(result).getBytes(UTF_8).length).isLessThan(MEGABYTE);
        }
    }

    @Test
    void letsOnlyItsOwnScriptAndStyleRun() throws Exception {
        String page = Pages.html(SampleResults.hostile());
        assertThat(page)
                .contains(
                        "content=\"default-src &#39;none&#39;; script-src &#39;" + hash(only(SCRIPT, page)) + "&#39;; ")
                .contains("style-src &#39;" + hash(only(STYLE, page)) + "&#39; ")
                .doesNotContain("unsafe-", " style=", " onload=", " onerror=");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasNoElementThatTheTemplateHasNot(long seed) throws IOException {
        String page = shell(Pages.html(new RandomResults(seed).next()));
        assertThat(tags(page)).isSubsetOf(tags(shell(Pages.html(SampleResults.pass(), SampleResults.fail()))));
        assertThat(page.codePoints().filter(point -> point != '\n'))
                .noneMatch(Character::isISOControl)
                .noneMatch(point -> Character.getType(point) == Character.FORMAT)
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    @Test
    void saysTheVerdictFirst() throws IOException {
        String page = Pages.html(SampleResults.fail());
        assertThat(page.indexOf("<h1")).isLessThan(page.indexOf("<h2"));
        assertThat(page)
                .contains("<span class=\"badge fail\">✗ fail</span>")
                .containsPattern("<h1 id=\"r1-verdict\">Sessions do not stick")
                .containsPattern("<title>FAIL: ");
    }

    @Test
    void answersAComparisonBeforeItsChecks() throws IOException {
        String page = Pages.html(SampleComparisons.considered());
        assertThat(page)
                .containsSubsequence(
                        "<h1 id=\"r1-verdict\">Consider affinity: ",
                        "<h2 id=\"r1-compared\">Without and with affinity</h2>",
                        "<tr><th scope=\"row\">Response time (p50)</th>",
                        "<th scope=\"row\">Cache hit rate</th><td>2 %</td><td>40 %</td><td>+38 pts</td>",
                        "<h2 id=\"r1-advice\">Recommendation: Consider affinity</h2>",
                        "<span class=\"badge unmet\">✗ not met</span> <div><p>p95 of the response time above 2 s</p>",
                        "<span class=\"badge inconclusive\">? unknown</span> <div><p>database connection pool exhausted</p>",
                        "<span class=\"badge pass\">✓ met</span> <div><p>2 or 3 instances with a shared database",
                        "<h2 id=\"r1-arms\">By arm</h2>",
                        "<tr><th scope=\"row\">with affinity</th><td>2,000</td>",
                        "<tr><th scope=\"row\">without</th><td>2,000</td>",
                        "<h2 id=\"r1-checks\">Checks</h2>",
                        "<h2 id=\"r1-instances\">Instances with affinity</h2>",
                        "<h2 id=\"r1-instances-off\">Instances without affinity</h2>");
        assertThat(Pages.html(SampleResults.pass())).doesNotContain(" affinity</h2>", "Recommendation");
    }

    @Test
    void saysThatThereIsNothing() throws IOException {
        assertThat(Pages.html()).contains("<h1>Nothing could be measured.</h1>").doesNotContain("<article");
    }

    @Test
    void tellsHowToRepeatIt() {
        Result result = new ResultBuilder()
                .target("lab:cookie?seed=7&x='$(touch hacked)'")
                .option("sessions", "5")
                .option("complete", "true")
                .option("report", "x.html")
                .option("header", "(not shown)")
                .build();
        assertThat(HtmlRepetition.of(result))
                .startsWith("stickcheck probe 'lab:cookie?seed=7&x='\\''$(touch hacked)'\\''' ")
                .contains(" --sessions 5 --complete --header '(not shown)' --seed ")
                .doesNotContain("x.html");
    }

    @Test
    void repeatsAComparisonWithItsTwoTargets() {
        Result result = new ResultBuilder()
                .target("lab:cookie against lab:round-robin")
                .option("on", "lab:cookie")
                .option("off", "lab:round-robin")
                .build();
        assertThat(HtmlRepetition.of(result))
                .isEqualTo("stickcheck probe --expect sticky --on lab:cookie --off lab:round-robin --seed 42");
    }

    private static String only(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /// Without the chart library and the style sheet, which are the same on every page.
    static String shell(String page) {
        return SCRIPT.matcher(STYLE.matcher(page).replaceAll("<style>…</style>"))
                .replaceAll("<script>…</script>");
    }

    private static Set<String> tags(String page) {
        Set<String> tags = new TreeSet<>();
        TAG.matcher(page).results().forEach(tag -> tags.add(tag.group()));
        return tags;
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest).replace("=", "&#x3D;");
    }
}
