package dev.stickcheck.report;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.BalancingPolicy;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.Distribution;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Episodes;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.LoadShape;
import dev.stickcheck.model.MoveCause;
import dev.stickcheck.model.PinDuration;
import dev.stickcheck.model.PinLifetime;
import dev.stickcheck.model.RequestLoad;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Stickiness;
import dev.stickcheck.model.Timeline;
import dev.stickcheck.model.UnseenLoad;
import dev.stickcheck.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Results that hold whatever the model allows.
final class RandomResults {
    private static final List<String> CHECKS =
            List.of("stickiness-failures", "imbalance", "errors", "p95", "instances", "improvement");

    private static final String SPECIAL = "|`<>&\"'\\*_[]()#@!~$\n\r\t\0\u001b\u009b\u202e ";

    private final RandomGenerator random;

    RandomResults(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    Result next() {
        ResultBuilder result = new ResultBuilder()
                .target(text())
                .verdict(pick(Verdict.values()), text())
                .ending(pick(Ending.Kind.values()), text())
                .counts(count(), count(), count(), count(), count())
                .cookieBytes(positive())
                .stickiness(stickiness())
                .distribution(distribution())
                .latency(latency(), latency())
                .connections(pick(ConnectionPolicy.values()), count(), count())
                .timeline(timeline())
                .lifetime(random.nextBoolean() ? null : lifetime());
        for (int i = random.nextInt(60); i > 0; i--) {
            result.instance(text() + "x", count(), count(), fraction(), fraction(), count(), positive(), positive());
        }
        for (ErrorKind kind : ErrorKind.values()) {
            if (random.nextInt(4) == 0) {
                result.errorKind(kind, count());
            }
        }
        for (String name : CHECKS.subList(0, random.nextInt(CHECKS.size() + 1))) {
            result.check(name, anything(), interval(), anything(), pick(Verdict.values()), text());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            result.refused(text(), pick(CookieRefusal.Reason.values()), count())
                    .note(text())
                    .option(text() + i, text());
        }
        if (random.nextInt(3) == 0) {
            result.comparison(new RandomComparison(this, random).next());
        }
        return result.build();
    }

    Stickiness stickiness() {
        Map<MoveCause, Long> moves = new EnumMap<>(MoveCause.class);
        for (MoveCause cause : MoveCause.values()) {
            if (random.nextBoolean()) {
                moves.put(cause, count());
            }
        }
        return new Stickiness(
                count(),
                count(),
                count(),
                count(),
                fraction(),
                interval(),
                1 + random.nextInt(100),
                count(),
                fraction(),
                fraction(),
                moves,
                random.nextBoolean() ? Set.of() : Set.of(MoveCause.RETRY, MoveCause.REBALANCE),
                random.nextBoolean()
                        ? Episodes.NONE
                        : new Episodes(
                                count(),
                                new Episodes.Episode(
                                        Instant.ofEpochMilli(random.nextInt(1_000_000)),
                                        Instant.ofEpochMilli(1_000_000L + random.nextInt(1_000_000)),
                                        count(),
                                        count()),
                                random.nextBoolean()),
                attribution(),
                random.nextBoolean() ? null : duration());
    }

    private Attribution attribution() {
        return new Attribution(
                count(),
                count(),
                new Attribution.SwitchRate(fraction(), positive(), interval(), positive(), fraction()),
                new Attribution.Agreement(fraction(), fraction(), fraction(), fraction()),
                new Attribution.Kappa(estimate(), estimate(), estimate(), random.nextBoolean() ? null : "no reason"),
                new Attribution.Control(
                        count(),
                        count(),
                        fraction(),
                        fraction(),
                        interval(),
                        random.nextBoolean() ? null : "no reason"),
                new Attribution.Shuffle(
                        fraction(),
                        random.nextInt(10_000),
                        count(),
                        count(),
                        random.nextBoolean() ? null : "no reason"),
                fraction());
    }

    private Attribution.Estimate estimate() {
        return random.nextBoolean() ? null : new Attribution.Estimate(random.nextDouble() * 2 - 1, positive());
    }

    private PinDuration duration() {
        List<PinDuration.Step> curve = IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> new PinDuration.Step(i, random.nextDouble(), random.nextDouble()))
                .toList();
        return new PinDuration(count(), count(), random.nextDouble() * 1e6, positive(), interval(), curve);
    }

    private PinLifetime lifetime() {
        return new PinLifetime(
                pick(PinLifetime.Kind.values()),
                positive(),
                positive(),
                pick(PinLifetime.Renewal.values()),
                count(),
                text(),
                List.of(new PinLifetime.Gap(random.nextDouble(), random.nextInt(9), random.nextInt(9))));
    }

    Distribution distribution() {
        return new Distribution(
                        pick(Distribution.Unit.values()),
                        count(),
                        random.nextDouble() * 1_000,
                        positive(),
                        positive(),
                        interval(),
                        positive(),
                        positive(),
                        positive(),
                        random.nextInt(50),
                        fraction(),
                        fraction(),
                        random.nextBoolean(),
                        texts(),
                        texts())
                .with(interval(), shape(), requestLoad(), unseen(), policy());
    }

    private LoadShape shape() {
        return random.nextBoolean()
                ? null
                : new LoadShape(
                        random.nextDouble() * 100,
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble());
    }

    private RequestLoad requestLoad() {
        return random.nextBoolean()
                ? null
                : new RequestLoad(
                        count(), random.nextDouble() * 1000, random.nextDouble(), random.nextDouble(), interval());
    }

    private UnseenLoad unseen() {
        return random.nextBoolean()
                ? null
                : new UnseenLoad(random.nextDouble(), random.nextDouble() * 100, fraction(), count());
    }

    private BalancingPolicy policy() {
        return random.nextBoolean()
                ? null
                : new BalancingPolicy("random-like", text(), random.nextInt(2000), List.of(1, 2), random.nextDouble());
    }

    private Timeline timeline() {
        List<String> sessions = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (int i = random.nextInt(100); i > 0; i--) {
            StringBuilder session = new StringBuilder();
            for (int a = random.nextInt(201); a > 0; a--) {
                session.append("0123456789abcdefghijklmnopqrstuvwxyz.!+".charAt(random.nextInt(39)));
            }
            sessions.add(session.toString());
            times.add(times(session.length()));
        }
        Double pass = anything();
        return new Timeline(
                texts(),
                sessions,
                random.nextBoolean(),
                pass == null ? List.of() : List.of(new Timeline.Evidence(count(), pass, Double.NEGATIVE_INFINITY)),
                count(),
                random.nextInt(4) == 0 ? List.of() : times);
    }

    private String times(int answers) {
        StringBuilder times = new StringBuilder();
        random.ints(answers, 0, Timeline.TICKS + 1)
                .sorted()
                .forEach(tick ->
                        times.append(Character.forDigit(tick / 36, 36)).append(Character.forDigit(tick % 36, 36)));
        return times.toString();
    }

    Latency latency() {
        return new Latency(positive(), positive(), positive(), positive());
    }

    Interval interval() {
        double low = random.nextDouble();
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new Interval(low, Double.POSITIVE_INFINITY);
            default -> new Interval(low, low + random.nextDouble());
        };
    }

    Double fraction() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> 0.0;
            case 2 -> 1.0;
            case 3 -> Double.NaN;
            case 4 -> 1 - 1e-12;
            case 5 -> 1e-300;
            default -> random.nextDouble();
        };
    }

    Double positive() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NaN;
            case 3 -> Double.MIN_VALUE;
            case 4 -> 1e12;
            default -> random.nextDouble() * 10_000;
        };
    }

    Double anything() {
        Double value = positive();
        return value == null || random.nextBoolean() ? value : Double.valueOf(-value);
    }

    long count() {
        return random.nextInt(10) == 0 ? Long.MAX_VALUE : random.nextLong(5_000);
    }

    private List<String> texts() {
        return IntStream.range(0, random.nextInt(15)).mapToObj(i -> text()).toList();
    }

    /// Any UTF-16 units at all, with what formats find special more often.
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x1f000, 0x20000));
                case 2 -> text.append(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
                default -> text.append((char) random.nextInt(' ', 0x7f));
            }
        }
        return random.nextInt(50) == 0 ? text.toString().repeat(1_000) : text.toString();
    }

    <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
