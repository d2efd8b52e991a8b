package dev.stickcheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.Network;
import dev.stickcheck.model.Network.HttpVersion;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Request;
import dev.stickcheck.model.Request.Header;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Target;
import dev.stickcheck.model.Thresholds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every option in its good forms.
class OptionValuesTest {

    @Test
    void hasADefaultForEverything() {
        Plan plan = Options.none().plan();

        assertThat(plan.schedule()).isEqualTo(Schedule.DEFAULT);
        assertThat(plan.thresholds()).isEqualTo(Thresholds.DEFAULT);
        assertThat(plan.network()).isEqualTo(Network.DEFAULT);
        assertThat(plan.request()).isEqualTo(Request.GET);
        assertThat(plan.expectation()).isEqualTo(Expectation.STICKY);
        assertThat(plan.instances()).isEqualTo(new Instances.Undeclared());
        assertThat(plan.instanceSource()).isEqualTo(InstanceSource.standard());
        assertThat(plan.seed()).isEqualTo(7);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                row("expect", "sticky", Plan::expectation, Expectation.STICKY),
                row("expect", " SPREAD ", Plan::expectation, Expectation.SPREAD),
                row("expect", "any", Plan::expectation, Expectation.ANY),
                row("sessions", "2", p -> p.schedule().fixedSessions(), 2),
                row("sessions", "+30", p -> p.schedule().maxSessions(), 30),
                row("sessions", "1000000", p -> p.schedule().sequential(), false),
                row("requests-per-session", "100000", p -> p.schedule().requestsPerSession(), 100_000),
                row("concurrency", "1", p -> p.schedule().concurrency(), 1),
                row("rate", "50", p -> p.schedule().rate(), 50.0),
                row("rate", "50/s", p -> p.schedule().rate(), 50.0),
                row("rate", "600/m", p -> p.schedule().rate(), 10.0),
                row("rate", "1800/h", p -> p.schedule().rate(), 0.5),
                row("rate", "0.5/s", p -> p.schedule().rate(), 0.5),
                row("rate", "Unlimited", p -> p.schedule().rate(), Double.POSITIVE_INFINITY),
                row("think-time", "0", p -> p.schedule().thinkTime(), Duration.ZERO),
                row("think-time", "0ms", p -> p.schedule().thinkTime(), Duration.ZERO),
                row("think-time", "500ms", p -> p.schedule().thinkTime(), Duration.ofMillis(500)),
                row("timeout", "1.5s", p -> p.schedule().timeout(), Duration.ofMillis(1_500)),
                row("timeout", "5M", p -> p.schedule().timeout(), Duration.ofMinutes(5)),
                row("timeout", "0.001ms", p -> p.schedule().timeout(), Duration.ofNanos(1_000)),
                row("duration", "1h", p -> p.schedule().duration(), Duration.ofHours(1)),
                row("duration", "8760h", p -> p.schedule().duration(), Duration.ofDays(365)),
                row("max-requests", "9223372036854775807", p -> p.schedule().maxRequests(), Long.MAX_VALUE),
                row("max-stickiness-failures", "5%", p -> p.thresholds().maxStickinessFailures(), 0.05),
                row("max-stickiness-failures", "0.05", p -> p.thresholds().maxStickinessFailures(), 0.05),
                row("max-stickiness-failures", "0.1 %", p -> p.thresholds().maxStickinessFailures(), 0.001),
                row("max-imbalance", "150%", p -> p.thresholds().maxImbalance(), 1.5),
                row("max-imbalance", "0.2", p -> p.thresholds().maxImbalance(), 0.2),
                row("max-errors", "0", p -> p.thresholds().maxErrors(), 0.0),
                row("max-errors", "100%", p -> p.thresholds().maxErrors(), 1.0),
                row("max-errors", "0.01", p -> p.thresholds().maxErrors(), 0.01),
                row("max-p95", "2s", p -> p.thresholds().maxP95(), Duration.ofSeconds(2)),
                row("confidence", "99%", p -> p.thresholds().confidence(), 0.99),
                row("seed", "-9223372036854775808", Plan::seed, Long.MIN_VALUE),
                row("connections", "per-session", p -> p.network().connections(), ConnectionPolicy.PER_SESSION),
                row("connections", "fresh", p -> p.network().connections(), ConnectionPolicy.FRESH),
                row("cookies", "drop", p -> p.network().keepCookies(), false),
                row("cookies", "keep", p -> p.network().keepCookies(), true),
                row("http", "1.1", p -> p.network().version(), HttpVersion.HTTP_1_1),
                row("http", "2", p -> p.network().version(), HttpVersion.HTTP_2),
                row(
                        "source-address",
                        "127.0.0.1, 127.9.9.9",
                        p -> p.network().sourceAddresses(),
                        addresses("127.0.0.1", "127.9.9.9")),
                row(
                        "proxy",
                        "proxy.test:3128",
                        p -> p.network().proxy(),
                        InetSocketAddress.createUnresolved("proxy.test", 3128)),
                row(
                        "proxy",
                        "http://127.0.0.1:3128/",
                        p -> p.network().proxy(),
                        InetSocketAddress.createUnresolved("127.0.0.1", 3128)),
                row(
                        "resolve",
                        "LB.test:443:127.0.0.1",
                        p -> p.network().resolve(),
                        Map.of("lb.test", address("127.0.0.1"))),
                row("resolve", "lb.test:443:[::1]", p -> p.network().resolve(), Map.of("lb.test", address("::1"))),
                row("resolve", "lb.test:443:::1", p -> p.network().resolve(), Map.of("lb.test", address("::1"))),
                row("method", "DELETE", p -> p.request().method(), "DELETE"),
                row("body", "", p -> p.request().body(), ""),
                row("body", "a=1\n\u0000", p -> p.request().body(), "a=1\n\u0000"),
                row("header", "X-Key: a:b: c ", p -> p.request().headers(), List.of(new Header("X-Key", "a:b: c"))),
                row("header", "X-Empty:", p -> p.request().headers(), List.of(new Header("X-Empty", ""))),
                row("header", "Host: shop.test", p -> p.request().headers(), List.of(new Header("Host", "shop.test"))),
                row("instances", "3", Plan::instances, new Instances.Counted(3)),
                row("instances", "a, b ,c", Plan::instances, new Instances.Named(Map.of("a", 1.0, "b", 1.0, "c", 1.0))),
                row(
                        "instances",
                        "a=7,b=2,c=1",
                        Plan::instances,
                        new Instances.Named(Map.of("a", 7.0, "b", 2.0, "c", 1.0))),
                row("instances", "a=b=0.5,c=1.5", Plan::instances, new Instances.Named(Map.of("a=b", .25, "c", .75))),
                row(
                        "instances",
                        "10.0.0.1,10.0.0.2",
                        Plan::instances,
                        new Instances.Named(Map.of("10.0.0.1", .5, "10.0.0.2", .5))),
                row(
                        "instance-from",
                        "header:X-Served-By",
                        Plan::instanceSource,
                        new InstanceSource.Header("X-Served-By", null)),
                row("instance-from", "cookie:SERVERID", Plan::instanceSource, new InstanceSource.Cookie("SERVERID")),
                row("instance-from", "json:/a/0", Plan::instanceSource, new InstanceSource.Json("/a/0")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsAGoodValue(String option, String value, Function<Plan, Object> field, Object expected) {
        assertThat(field.apply(Options.of(option, value).plan())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"header:Via:/ip-(\\d+)/,ip-(\\d+)", "body:/pod: ([a-z]+)/,pod: ([a-z]+)", "body:/a/b/,a/b"})
    void readsAPatternBetweenSlashes(String value, String pattern) {
        InstanceSource source = Options.of("instance-from", value).plan().instanceSource();
        Pattern read = source instanceof InstanceSource.Header(String name, Pattern own)
                ? own
                : ((InstanceSource.Body) source).pattern();

        assertThat(read.pattern()).isEqualTo(pattern);
    }

    @Test
    void takesEveryCauseThatIsAccepted() {
        Plan plan =
                Options.of("accept", "rebalance, Retry", "client-lost-cookie").plan();

        assertThat(plan.thresholds().accepted())
                .containsExactlyInAnyOrder(MoveCause.REBALANCE, MoveCause.RETRY, MoveCause.CLIENT_LOST_COOKIE);
        assertThat(plan.thresholds().counts(MoveCause.RETRY)).isFalse();
        assertThat(plan.thresholds().counts(MoveCause.TRUE_FAILURE)).isTrue();
        assertThat(Options.none().plan().thresholds().accepted()).isEmpty();
    }

    @Test
    void takesTheLastOfSeveralValuesAndEveryHeader() {
        Plan plan = Options.of("rate", "nonsense", "5")
                .and("header", "A: 1", "A: 2")
                .and("resolve", "a.test:80:127.0.0.1", "b.test:80:127.0.0.2", "a.test:443:127.0.0.1")
                .and("no-control")
                .and("complete")
                .and("insecure")
                .plan();

        assertThat(plan.schedule().rate()).isEqualTo(5);
        assertThat(plan.request().headers()).containsExactly(new Header("A", "1"), new Header("A", "2"));
        assertThat(plan.network().resolve())
                .isEqualTo(Map.of("a.test", address("127.0.0.1"), "b.test", address("127.0.0.2")));
        assertThat(plan.schedule().control()).isFalse();
        assertThat(plan.schedule().complete()).isTrue();
        assertThat(plan.network().insecure()).isTrue();
    }

    @Test
    void readsHeadersAndAuthoritiesFromFiles(@TempDir Path folder) throws IOException {
        Path headers =
                Files.writeString(folder.resolve("h"), "# login\r\nAuthorization: Bearer abc\r\n\r\n  \nX-B: 2\n");
        Path authority = Files.writeString(folder.resolve("ca.pem"), "anything");
        Plan plan = Options.of("header-file", headers.toString())
                .and("ca-file", authority.toString())
                .plan();

        assertThat(plan.request().headers())
                .containsExactly(new Header("Authorization", "Bearer abc"), new Header("X-B", "2"));
        assertThat(plan.network().caFile()).isEqualTo(authority);
    }

    @ParameterizedTest
    @CsvSource({
        "http://lb.test,http://lb.test/api/health",
        "http://lb.test/,http://lb.test/",
        "HTTP://LB.test:8080,http://LB.test:8080/api/health",
        "https://lb.test?x=1,https://lb.test/api/health?x=1",
        "https://lb.test:8443/a%20b?c=d#top,https://lb.test:8443/a%20b?c=d",
        "http://lb.test:/x,http://lb.test/x",
        "http://[::1]:8080/x,http://[::1]:8080/x",
        "'  http://lb.test/x  ',http://lb.test/x",
        "http://lb.test/caf\u00e9?q=\u00fc,http://lb.test/caf%C3%A9?q=%C3%BC",
        "http://lb.test/x@y,http://lb.test/x@y",
        "ws://lb.test,ws://lb.test/api/health",
        "wss://lb.test/chat,wss://lb.test/chat",
    })
    void readsATarget(String target, String url) {
        PlanReader.Reading reading = Options.none().read(target);

        assertThat(reading.target()).isEqualTo(new Target.Url(URI.create(url)));
        assertThat(reading.plan().url()).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({"lab:cookie", "lab:nginx/ip-hash?instances=3&seed=4", "LAB:alb"})
    void leavesALabToWhoeverStartsIt(String target) {
        PlanReader.Reading reading = Options.of("sessions", "5").read(target);

        assertThat(reading.target()).isEqualTo(new Target.Lab(target));
        assertThat(reading.plan().schedule().fixedSessions()).isEqualTo(5);
        assertThat(reading.plan().webSocket()).isFalse();
    }

    private static Arguments row(String option, String value, Function<Plan, Object> field, Object expected) {
        return Arguments.of(option, value, field, expected);
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static List<InetAddress> addresses(String... literals) {
        return Arrays.stream(literals).map(OptionValuesTest::address).toList();
    }
}
