package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.EvennessMeasure;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Question;
import dev.stickcheck.model.Question.Budget;
import dev.stickcheck.model.Question.Improvement;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads the question of `stickcheck plan` from the options' texts.
public final class QuestionReader {
    /// What is planned for when nobody says how many instances there are.
    private static final int INSTANCES = 3;
    /// Of the limit: the rate that a sound balancer is planned to have (STATISTICS 7).
    private static final double TRUE_RATE = 0.2;
    private static final Quantities.Bounds LIKELY = new Quantities.Bounds(0.5, 0.9999, true);

    private final Map<String, List<String>> options;
    private final Problems problems = new Problems();

    private QuestionReader(Map<String, List<String>> options) {
        this.options = options;
    }

    /// Reads everything, and complains about everything at once.
    ///
    /// @param options by name without dashes, values as given; a flag has an empty list
    /// @throws ConfigProblem with everything that is wrong
    public static Question read(Map<String, List<String>> options) {
        return new QuestionReader(options).question();
    }

    private Question question() {
        Thresholds thresholds = thresholds();
        double limit = thresholds.maxStickinessFailures();
        double trueRate = one(
                "true-rate",
                TRUE_RATE * limit,
                value -> Quantities.fraction("--true-rate", value, Quantities.Bounds.CLOSED));
        if (trueRate == limit) {
            problems.add("--true-rate must differ from --max-stickiness-failures, got " + percent(limit)
                    + " for both: at the limit itself no number of sessions decides");
        }
        double[] shares = shares();
        Question question = new Question(
                thresholds,
                trueRate,
                optional("power", value -> Quantities.fraction("--power", value, LIKELY)),
                Arrays.stream(shares).boxed().toList(),
                options.containsKey("instances") || options.containsKey("weights"),
                (int) whole("requests-per-session", Schedule.DEFAULT.requestsPerSession(), 2, 100_000),
                one("rate", Schedule.DEFAULT.rate(), value -> Quantities.rate("--rate", value)),
                (int) whole("concurrency", Schedule.DEFAULT.concurrency(), 1, 100_000),
                optional("latency", value -> Quantities.duration("--latency", value, false)),
                one("think-time", Duration.ZERO, value -> Quantities.duration("--think-time", value, true)),
                options.containsKey("mechanism"),
                improvement(),
                optional("budget", QuestionReader::budget));
        if (question.budget() instanceof Budget.Time
                && Double.isInfinite(question.rate())
                && question.latency() == null) {
            problems.add("--budget of time with --rate unlimited needs --latency: how long does an answer take?");
        }
        problems.throwIfAny();
        return question;
    }

    private Thresholds thresholds() {
        Thresholds standard = Thresholds.DEFAULT;
        return problems.readOr(
                standard,
                () -> new Thresholds(
                        fraction("max-stickiness-failures", standard.maxStickinessFailures(), 0.0001, 0.9999),
                        fraction("max-imbalance", standard.maxImbalance(), 0.01, 100),
                        standard.maxErrors(),
                        null,
                        fraction("confidence", standard.confidence(), 0.51, 0.9999),
                        Set.of(),
                        one(
                                "evenness",
                                EvennessMeasure.VARIATION,
                                value -> Choice.of(EvennessMeasure.class, "--evenness", value))));
    }

    private double[] shares() {
        if (options.containsKey("instances") && options.containsKey("weights")) {
            problems.add("--weights says how many instances there are, so --instances has no use: give one of the two");
        }
        Instances instances = optional("instances", InstancesReader::read);
        double[] weights = optional("weights", QuestionReader::weights);
        if (weights != null) {
            return weights;
        }
        return switch (instances) {
            case null -> equal(INSTANCES);
            case Instances.Undeclared none -> equal(INSTANCES);
            case Instances.Counted(int count) -> equal(count);
            case Instances.Named(Map<String, Double> named) ->
                named.values().stream().mapToDouble(Double::doubleValue).toArray();
        };
    }

    private static double[] equal(int instances) {
        double[] shares = new double[instances];
        Arrays.fill(shares, 1.0 / instances);
        return shares;
    }

    /// Read as those of instances whose names do not matter.
    private static double[] weights(String text) {
        String[] parts = text.split(",", -1);
        String named = IntStream.range(0, parts.length)
                .mapToObj(i -> "w" + i + "=" + parts[i].strip())
                .collect(Collectors.joining(","));
        try {
            Instances read = InstancesReader.read(named);
            if (parts.length > 1 && read instanceof Instances.Named(Map<String, Double> shares)) {
                return shares.values().stream().mapToDouble(Double::doubleValue).toArray();
            }
        } catch (BadValue problem) {
            // Told below, in the option's own words.
        }
        throw new BadValue("--weights must be at least two positive numbers such as 7,2,1, the smallest at least a"
                + " ten-thousandth of all, got " + Quantities.quoted(text));
    }

    private @Nullable Improvement improvement() {
        Double expected = optional(
                "improvement",
                value -> Quantities.fraction("--improvement", value, new Quantities.Bounds(0.001, 0.99, true)));
        double beyond = one(
                "beyond", 0.0, value -> Quantities.fraction("--beyond", value, new Quantities.Bounds(0, 0.99, true)));
        double sd = one("latency-sd", 0.5, value -> Quantities.number("--latency-sd", value, 0.001, 10));
        double deff = one("deff", 1.0, value -> Quantities.number("--deff", value, 1, 1000));
        if (expected == null) {
            for (String name : List.of("beyond", "latency-sd", "deff")) {
                if (options.containsKey(name)) {
                    problems.add("--" + name + " belongs to --improvement, which was not given");
                }
            }
            return null;
        }
        if (beyond >= expected) {
            problems.add("--beyond must be below --improvement, got " + percent(beyond) + " and " + percent(expected));
        }
        return new Improvement(expected, beyond, sd, deff);
    }

    private static Budget budget(String text) {
        return text.strip().matches("\\d+")
                ? new Budget.Requests(Quantities.whole("--budget", text, 1, 1_000_000_000_000L))
                : new Budget.Time(time(text));
    }

    private static Duration time(String text) {
        try {
            return Quantities.duration("--budget", text, false);
        } catch (BadValue problem) {
            throw new BadValue("--budget must be a time such as 60s or 5m, or a number of requests such as 3000, got "
                    + Quantities.quoted(text));
        }
    }

    private static String percent(double fraction) {
        return BigDecimal.valueOf(fraction)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }

    private double fraction(String name, double standard, double least, double most) {
        return one(
                name,
                standard,
                value -> Quantities.fraction("--" + name, value, new Quantities.Bounds(least, most, true)));
    }

    private long whole(String name, long standard, long least, long most) {
        return one(name, standard, value -> Quantities.whole("--" + name, value, least, most));
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
}
