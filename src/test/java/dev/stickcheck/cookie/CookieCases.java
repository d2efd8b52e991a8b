package dev.stickcheck.cookie;

import dev.stickcheck.cookie.CookieCase.Attribute;
import dev.stickcheck.cookie.CookieCase.Place;
import dev.stickcheck.cookie.CookieCase.Step;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Makes up cases: mostly what servers send, sometimes what they should not.
final class CookieCases {
    /// Hosts of one case are relatives, so that its cookies meet.
    private static final List<List<String>> FAMILIES = List.of(
            List.of("example.com", "app.example.com", "deep.app.example.com", "badexample.com", "example.com"),
            List.of("app.example.com", "web_1.example.com", "APP.Example.com", "example.com"),
            List.of("shop.example.co.uk", "example.co.uk", "www.shop.example.co.uk"),
            List.of("github.io", "me.github.io", "you.github.io"),
            List.of("localhost", "app.localhost", "b.app.localhost"),
            List.of("127.0.0.1", "127.1.2.3", "10.0.0.1", "[::1]", "[2001:db8::1]"),
            List.of("web_1", "web_2", "app.internal", "b.app.internal"),
            List.of("xn--bcher-kva.example", "www.xn--bcher-kva.example"),
            List.of("xn--bcher-kva.example", "b.xn--bcher-kva.example"));

    private static final List<String> PATHS = List.of(
            "/", "/", "/", "/app", "/app", "/app/", "/app/x", "/app/x/y", "/ap", "/application", "/App", "/%61pp/x");
    private static final List<String> ASKED =
            List.of("/", "/app/x/y", "/app/x/y", "/app/x", "/app", "/app", "/app/x", "/app/x/y", "/ap", "/%61pp/x");
    private static final List<String> NAMES = List.of("a", "a", "a", "a", "a", "b", "b", "AWSALB", "A", "a b");
    private static final List<String> PREFIXED =
            List.of("__Secure-a", "__Host-a", "__Host-a", "__Host-b", "__secure-a", "__HOST-a", "__Hosta", "_Host-a");
    private static final List<String> VALUES =
            List.of("1", "2", "s1", "\"quoted\"", "", "a=b==", "x y", "%3B", "a,b", "'", "\\", "{\"j\":[1]}");
    static final List<String> PAST = List.of(
            "Tue, 24 Nov 2026 12:00:00 GMT",
            "Tue, 24 Nov 2026 11:59:59 GMT",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "12 Jan 21 10:20:30");
    static final List<String> FUTURE = List.of(
            "Wed, 25 Nov 2026 12:00:00 GMT",
            "Mon, 25-Nov-26 12:00:00 GMT",
            "Wed Nov 25 12:00:00 2026",
            "tue, 24 nov 2026 12:00:01 utc",
            "21 January 2027 1:2:3");
    private static final List<String> NO_DATES =
            List.of("31 Dec 1600 23:59:59", "30 Feb 2027 10:00:00", "0", "2027-01-21T10:20:30Z", "");
    private static final List<String> AGES =
            List.of("10", "0", "-1", "3600", "99999999999999999999", "", "x", "+5", "1.5", "-");
    private static final List<String> SAME_SITES = List.of("Lax", "Strict", "None", "none", "", "odd");
    private static final List<String> ODD_PAIRS = List.of(
            "nameless",
            "=nameless",
            "==x",
            "=a=b",
            "",
            "=",
            " ",
            "a",
            "  a  =  1  ",
            "a=1\tx",
            "a=\u00e9",
            "\u00fc=1",
            "a=1\u0001",
            "a=1\n2",
            "a=\u007f",
            "__secure-a=1",
            "__SECURE-b=2",
            "=__Secure-a",
            "__host-a=",
            "=__host-a");

    private static final List<String> FEW = List.of("a=1", "a=2", "a=3", "a=1\t2", "b=3", "b=4", "b=5", "=a=b");

    private final SplittableRandom random;

    CookieCases(long seed) {
        this.random = new SplittableRandom(seed);
    }

    List<CookieCase> take(int count) {
        return some(count, this::one);
    }

    private CookieCase one() {
        return random.nextInt(3) == 0 ? close() : wide();
    }

    private CookieCase wide() {
        List<String> hosts = any(FAMILIES);
        List<Step> steps = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(number -> step(number, hosts))
                .toList();
        return new CookieCase(steps, some(1 + random.nextInt(2), () -> place(hosts, ASKED)));
    }

    /// A host that sets, replaces and deletes the same few cookies.
    private CookieCase close() {
        List<String> host = List.of(any(any(FAMILIES)));
        List<Step> steps = IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(number -> new Step(
                        number, place(host, List.of("/")), any(FEW), some(random.nextInt(3), () -> simple(host))))
                .toList();
        return new CookieCase(steps, List.of(place(host, List.of("/"))));
    }

    private Attribute simple(List<String> host) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Attribute("Domain", domain(host));
            case 2 -> new Attribute("Secure", null);
            default -> new Attribute("Max-Age", any(List.of("0", "60")));
        };
    }

    private Step step(int number, List<String> hosts) {
        Step step = new Step(number, place(hosts, PATHS), pair(), some(random.nextInt(4), () -> attribute(hosts)));
        boolean keepsItsWord = step.pair().startsWith("__") && random.nextInt(3) > 0;
        return keepsItsWord
                ? step.with(new Attribute("Secure", null)).with(new Attribute("Path", any(List.of("/", ""))))
                : step;
    }

    private Place place(List<String> hosts, List<String> paths) {
        return new Place(random.nextBoolean() ? "http" : "https", any(hosts), any(paths));
    }

    private String pair() {
        return switch (random.nextInt(20)) {
            case 0, 3 -> any(ODD_PAIRS);
            case 1, 4 -> any(PREFIXED) + "=" + any(VALUES);
            case 2 -> any(NAMES) + "=" + "v".repeat(4090 + random.nextInt(10));
            default -> any(NAMES) + "=" + any(VALUES);
        };
    }

    private Attribute attribute(List<String> hosts) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                new Attribute("Path", random.nextInt(6) == 0 ? any(List.of("", "app", "/x y")) : any(PATHS));
            case 3, 4 -> new Attribute(any(List.of("Domain", "domain")), domain(hosts));
            case 5, 6, 7 -> new Attribute(any(List.of("Secure", "secure", "SECURE")), null);
            case 8 -> new Attribute("HttpOnly", null);
            case 9, 10 -> new Attribute(any(List.of("SameSite", "samesite")), any(SAME_SITES));
            case 11 -> new Attribute(any(List.of("Max-Age", "max-age")), any(AGES));
            case 12, 13 -> new Attribute(any(List.of("Expires", "expires")), any(any(List.of(PAST, FUTURE, NO_DATES))));
            case 14 ->
                new Attribute(any(List.of("Priority", "Partitioned", "", "x")), random.nextBoolean() ? "High" : null);
            default -> longOne(hosts);
        };
    }

    private Attribute longOne(List<String> hosts) {
        return switch (random.nextInt(6)) {
            case 0 -> new Attribute("Path", "/" + "p".repeat(1022 + random.nextInt(4)));
            case 1 -> new Attribute("Domain", "d".repeat(1100) + "." + any(hosts));
            case 3 -> new Attribute("Path", "/\u0002");
            default -> new Attribute("Max-Age", "60");
        };
    }

    private String domain(List<String> hosts) {
        return switch (random.nextInt(8)) {
            case 0 -> "." + any(hosts);
            case 1 -> any(List.of("com", "co.uk", "io", "internal", "localhost", "example", "0.0.1", "other.com"));
            case 2 -> any(List.of("", "."));
            case 3, 4 -> any(hosts).replace("xn--bcher-kva", "b\u00fccher");
            default -> any(hosts);
        };
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static <T> List<T> some(int count, Supplier<T> source) {
        return IntStream.range(0, count).mapToObj(i -> source.get()).toList();
    }
}
