package dev.stickcheck.report;

import dev.stickcheck.model.Affinity;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ArmResult;
import dev.stickcheck.model.ArmTime;
import dev.stickcheck.model.BlockTimes;
import dev.stickcheck.model.Change;
import dev.stickcheck.model.Comparison;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Gain;
import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.RankComparison;
import dev.stickcheck.model.Recommendation;
import dev.stickcheck.model.Rule;
import dev.stickcheck.model.Speedup;
import dev.stickcheck.model.Standing;
import dev.stickcheck.model.Trait;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Comparisons that hold whatever the model allows.
final class RandomComparison {
    private final RandomResults values;
    private final RandomGenerator random;

    RandomComparison(RandomResults values, RandomGenerator random) {
        this.values = values;
        this.random = random;
    }

    Comparison next() {
        return new Comparison(
                values.pick(Contrast.values()),
                0.9,
                IntStream.range(0, random.nextInt(20))
                        .mapToObj(number -> new BlockTimes(
                                number, random.nextBoolean() ? Arm.ON : Arm.OFF, values.latency(), values.latency()))
                        .toList(),
                random.nextInt(30),
                arm(),
                arm(),
                speedups(),
                speedups(),
                random.nextBoolean() ? null : new RankComparison(random.nextDouble(-1, 1), random.nextDouble()),
                change(),
                change(),
                random.nextBoolean() ? null : new Comparison.Noise(values.positive(), values.positive()),
                new Recommendation(
                        values.pick(Affinity.values()),
                        values.text(),
                        rules(4),
                        rules(6),
                        List.of(values.pick(Trait.values()))));
    }

    private ArmResult arm() {
        return new ArmResult(
                values.count(),
                values.count(),
                Map.of(values.pick(ErrorKind.values()), values.count()),
                values.count(),
                values.count(),
                values.count(),
                values.latency(),
                values.latency(),
                values.latency(),
                IntStream.range(0, random.nextInt(6)).mapToObj(i -> instance()).toList(),
                values.stickiness(),
                values.distribution(),
                values.fraction(),
                values.positive(),
                values.positive());
    }

    private InstanceLoad instance() {
        return new InstanceLoad(
                values.text() + "x",
                values.count(),
                values.count(),
                values.fraction(),
                values.fraction(),
                values.count(),
                values.latency());
    }

    private List<Speedup> speedups() {
        return List.of(speedup("p50"), speedup("p95"), speedup("p99"));
    }

    private Speedup speedup(String name) {
        return new Speedup(
                name,
                time(),
                time(),
                values.anything(),
                values.interval(),
                values.interval(),
                values.fraction(),
                values.positive(),
                values.pick(Gain.values()),
                random.nextBoolean() ? null : 1 + random.nextInt(1_000),
                values.text());
    }

    private ArmTime time() {
        return new ArmTime(values.positive(), values.interval(), values.positive());
    }

    private Change change() {
        return new Change(values.anything(), values.interval());
    }

    private List<Rule> rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Rule(values.text(), values.pick(Standing.values()), values.text(), values.text()))
                .toList();
    }
}
