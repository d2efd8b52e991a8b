package dev.stickcheck.journal;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.CookieRefusal;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/// Observations as no sane target would make them.
final class RandomObservations {
    static final List<String> HOSTILE = List.of(
            "a",
            "instance-1",
            "'quoted'",
            "''",
            "'=1+1",
            "=cmd|' /C calc'!A0",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            "\"",
            "\"\"",
            "a\"b,c;d",
            ";",
            ";;",
            "a:b:EMPTY",
            "line\nbreak",
            "line\r\nbreak\r",
            "nul\0nul",
            "\0",
            "\u001b[31mred\u001b[0m",
            "\u009b31m",
            "\u007f",
            "\u202eevil",
            "\u2028\u2029",
            "\ufeffmark",
            "\ufffe\uffff",
            "🐟🐠",
            "👩‍👩‍👧",
            "\ud800",
            "x\udc00y\ud800",
            "é ü 漢字",
            "\\",
            "\\\\",
            "\\-",
            "\\u0041",
            "\\\\u0041",
            "\\n",
            "<script>alert(1)</script>",
            "null",
            " padded ",
            "y".repeat(100_000),
            "\u0007".repeat(100_000));

    static final List<String> IDS = HOSTILE.stream().filter(id -> !id.isBlank()).toList();

    private final RandomGenerator random;

    RandomObservations(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    Stream<Observation> stream() {
        return Stream.generate(this::next);
    }

    Observation next() {
        Duration latency = duration();
        return new Observation(
                Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000_000)),
                maybeEmpty(),
                random.nextLong(0, Long.MAX_VALUE),
                1 + random.nextInt(Integer.MAX_VALUE),
                Arm.values()[random.nextInt(Arm.values().length)],
                outcome(),
                latency,
                latency.plus(duration()),
                random.nextBoolean() ? null : maybeEmpty(),
                random.nextBoolean() ? null : maybeEmpty(),
                random.nextInt(3) == 0 ? CookieTrace.NONE : new CookieTrace(names(), names(), names(), refusals()),
                random.nextInt(5_000));
    }

    private Outcome outcome() {
        return switch (random.nextInt(3)) {
            case 0 -> new Outcome.Unidentified(random.nextInt(100, 1000));
            case 1 -> new Outcome.NoAnswer(pick(List.of(ErrorKind.values())), maybeEmpty());
            default -> new Outcome.Identified(pick(IDS), random.nextInt(100, 1000));
        };
    }

    private Duration duration() {
        return Duration.ofNanos(
                switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> random.nextLong(1_000);
                    case 2 -> random.nextLong(1_000) * 1_000_000;
                    default -> random.nextLong(60_000_000_000L);
                });
    }

    private String maybeEmpty() {
        return random.nextInt(10) == 0 ? "" : pick(HOSTILE);
    }

    private List<String> names() {
        return Stream.generate(this::maybeEmpty).limit(random.nextInt(4)).toList();
    }

    private List<CookieRefusal> refusals() {
        List<CookieRefusal> refusals = new ArrayList<>();
        for (String name : names()) {
            refusals.add(new CookieRefusal(name, pick(List.of(CookieRefusal.Reason.values()))));
        }
        return refusals;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
