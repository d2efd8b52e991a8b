package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.EvennessMeasure;
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
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a plan from the options' texts.
public final class PlanReader {
    private static final int MANY = 1_000_000;
    /// Stands in for the URL of a lab until it has started.
    private static final URI NOT_STARTED = URI.create("lab:not-started");

    private final Map<String, List<String>> options;
    private final Problems problems = new Problems();

    private PlanReader(Map<String, List<String>> options) {
        this.options = options;
    }

    /// A target and the plan for it. A lab's URL is put in when it has started.
    ///
    /// @param ttlSearch the longest silence after which it is looked whether sessions still stick; null: not asked
    public record Reading(
            Target target, Plan plan, @Nullable Duration ttlSearch) {}

    /// Reads everything, and complains about everything at once.
    ///
    /// @param options by name without dashes, values as given; a flag has an empty list
    /// @param seed when none is given
    /// @throws ConfigProblem with everything that is wrong
    public static Reading read(String target, Map<String, List<String>> options, long seed) {
        return new PlanReader(options).reading(target, seed);
    }

    private Reading reading(String text, long seed) {
        Target target = problems.read(() -> TargetReader.read(text));
        Expectation expectation = choice(Expectation.class, "expect", Expectation.STICKY);
        Schedule schedule = schedule(expectation);
        Thresholds thresholds = thresholds();
        Network network = network();
        Request request = request();
        InstanceSource source = one("instance-from", InstanceSource.standard(), InstanceSourceReader::read);
        Instances instances = one("instances", new Instances.Undeclared(), InstancesReader::read);
        long drawn = one("seed", seed, value -> Quantities.whole("--seed", value, Long.MIN_VALUE, Long.MAX_VALUE));
        Duration ttl = optional("ttl-search", value -> Quantities.duration("--ttl-search", value, false));
        check(target, network, request);
        problems.throwIfAny();
        URI url = target instanceof Target.Url(URI uri) ? uri : NOT_STARTED;
        Plan plan = new Plan(url, request, source, instances, expectation, schedule, thresholds, network, drawn);
        return new Reading(Objects.requireNonNull(target), plan, ttl);
    }

    private Schedule schedule(Expectation expectation) {
        Schedule standard = Schedule.DEFAULT;
        Long sessions = optional("sessions", value -> Quantities.whole("--sessions", value, 1, MANY));
        int requests = whole("requests-per-session", standard.requestsPerSession(), 1, 100_000);
        if (expectation == Expectation.STICKY) {
            if (sessions != null && sessions == 1) {
                problems.add(
                        "--sessions must be at least 2, got 1 (one session alone can be looked at with --expect any)");
            }
            if (requests == 1) {
                problems.add("--requests-per-session must be at least 2 to see whether sessions stick, got 1"
                        + " (or --expect spread)");
            }
        }
        Long maxRequests =
                optional("max-requests", value -> Quantities.whole("--max-requests", value, 1, Long.MAX_VALUE));
        return new Schedule(
                sessions == null ? null : sessions.intValue(),
                sessions == null ? standard.maxSessions() : sessions.intValue(),
                requests,
                whole("concurrency", standard.concurrency(), 1, 100_000),
                one("rate", standard.rate(), value -> Quantities.rate("--rate", value)),
                duration("think-time", standard.thinkTime(), true),
                duration("timeout", standard.timeout(), false),
                optional("duration", value -> Quantities.duration("--duration", value, false)),
                maxRequests,
                !options.containsKey("no-control"),
                options.containsKey("complete"));
    }

    private Thresholds thresholds() {
        Thresholds standard = Thresholds.DEFAULT;
        return problems.readOr(
                standard,
                () -> new Thresholds(
                        fraction("max-stickiness-failures", standard.maxStickinessFailures(), Quantities.Bounds.OPEN),
                        fraction("max-imbalance", standard.maxImbalance(), new Quantities.Bounds(0, 100, false)),
                        fraction("max-errors", standard.maxErrors(), Quantities.Bounds.CLOSED),
                        optional("max-p95", value -> Quantities.duration("--max-p95", value, false)),
                        fraction("confidence", standard.confidence(), new Quantities.Bounds(0.5, 1, false)),
                        accepted(),
                        evenness()));
    }

    private Set<MoveCause> accepted() {
        Set<MoveCause> accepted = problems.read(() -> AcceptReader.read(options.getOrDefault("accept", List.of())));
        return accepted == null ? Set.of() : accepted;
    }

    private EvennessMeasure evenness() {
        return choice(EvennessMeasure.class, "evenness", EvennessMeasure.VARIATION);
    }

    private Network network() {
        HttpVersion version = optional("http", value -> switch (value.strip()) {
            case "1.1", "1" -> HttpVersion.HTTP_1_1;
            case "2" -> HttpVersion.HTTP_2;
            default -> throw new BadValue("--http must be 1.1 or 2, got " + Quantities.quoted(value));
        });
        return new Network(
                choice(ConnectionPolicy.class, "connections", ConnectionPolicy.POOLED),
                one("cookies", true, value -> switch (value.strip()) {
                    case "keep" -> true;
                    case "drop" -> false;
                    default -> throw new BadValue("--cookies must be keep or drop, got " + Quantities.quoted(value));
                }),
                one("source-address", List.of(), AddressReader::sources),
                version,
                options.containsKey("insecure"),
                optional("ca-file", PlanReader::readable),
                optional("proxy", AddressReader::proxy),
                resolved());
    }

    private Map<String, InetAddress> resolved() {
        Map<String, InetAddress> addresses = new HashMap<>();
        for (String entry : options.getOrDefault("resolve", List.of())) {
            problems.read(() -> AddressReader.resolve(entry, addresses));
        }
        return addresses;
    }

    private static Path readable(String file) {
        try {
            Path path = Path.of(file);
            if (Files.isReadable(path) && Files.isRegularFile(path)) {
                return path;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new BadValue("--ca-file " + Quantities.quoted(file) + " cannot be read");
    }

    private Request request() {
        String method = one("method", "GET", value -> {
            if (!HeaderReader.isToken(value)) {
                throw new BadValue("--method " + Quantities.quoted(value) + " is no HTTP method");
            }
            if (value.equals("CONNECT")) {
                throw new BadValue("--method CONNECT asks for a tunnel, not for an answer: see --proxy");
            }
            return value;
        });
        List<Header> headers = new ArrayList<>();
        for (String line : options.getOrDefault("header", List.of())) {
            Header header = problems.read(() -> HeaderReader.read(line));
            if (header != null) {
                headers.add(header);
            }
        }
        for (String file : options.getOrDefault("header-file", List.of())) {
            headers.addAll(HeaderReader.readFile(file, problems));
        }
        return new Request(method, headers, optional("body", value -> value));
    }

    private void check(@Nullable Target target, Network network, Request request) {
        if (network.insecure() && network.caFile() != null) {
            problems.add("--insecure trusts every certificate, so --ca-file has no use: give one of the two");
        }
        if (target instanceof Target.Url(URI url) && url.getScheme().startsWith("ws")) {
            checkHandshake(request);
        }
    }

    private void checkHandshake(Request request) {
        if (request.body() != null || !request.method().equals("GET")) {
            problems.add("--method and --body have no use for a WebSocket handshake, which is a GET");
        }
        if (request.headers().stream().anyMatch(HeaderReader::isOfHandshake)) {
            problems.add("--header Sec-WebSocket-… cannot be set: the client makes the handshake itself");
        }
    }

    private <T> T one(String name, T standard, Function<String, T> reader) {
        T value = optional(name, reader);
        return value == null ? standard : value;
    }

    /// The last of the values given, or null when there is none or it cannot be read.
    private <T> @Nullable T optional(String name, Function<String, T> reader) {
        List<String> values = options.get(name);
        return values == null || values.isEmpty() ? null : problems.read(() -> reader.apply(values.getLast()));
    }

    private <E extends Enum<E>> E choice(Class<E> kind, String name, E standard) {
        return one(name, standard, value -> Choice.of(kind, "--" + name, value));
    }

    private int whole(String name, int standard, int least, int most) {
        return one(name, standard, value -> (int) Quantities.whole("--" + name, value, least, most));
    }

    private Duration duration(String name, Duration standard, boolean zeroToo) {
        return one(name, standard, value -> Quantities.duration("--" + name, value, zeroToo));
    }

    private double fraction(String name, double standard, Quantities.Bounds bounds) {
        return one(name, standard, value -> Quantities.fraction("--" + name, value, bounds));
    }
}
