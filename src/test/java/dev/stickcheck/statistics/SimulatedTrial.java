package dev.stickcheck.statistics;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ArmSample;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Times;
import dev.stickcheck.model.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A comparison as the model of STATISTICS 5.1 has it: lognormal times, an effect of each session, a machine that
/// drifts from half block to half block, arms in the random order ABBA or BAAB.
///
/// @param ratio of a time with affinity over one without
/// @param sigma of ln time
/// @param sessionEffect standard deviation of what a session adds to ln time
/// @param drift standard deviation of the random walk's step from block to block
public record SimulatedTrial(int blocks, int requests, double ratio, double sigma, double sessionEffect, double drift) {
    private static final int REQUESTS_PER_SESSION = 10;
    private static final double MEDIAN_NANOS = 20e6;

    /// The cell of STATISTICS 5.1's table.
    public static SimulatedTrial drifting(int blocks, int requests, double ratio) {
        return new SimulatedTrial(blocks, requests, ratio, 0.5, 0.15, 0.1);
    }

    public Trial run(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Block> done = new ArrayList<>();
        double level = 0;
        boolean onFirst = random.nextBoolean();
        for (int number = 0; number < blocks; number++) {
            // ABBA: each pair of blocks has both orders.
            onFirst = number % 2 == 0 ? random.nextBoolean() : !onFirst;
            double firstLevel = level + drift / Math.sqrt(2) * random.nextGaussian();
            double secondLevel = firstLevel + drift / Math.sqrt(2) * random.nextGaussian();
            level = secondLevel;
            ArmSample on = sample(random, (onFirst ? firstLevel : secondLevel) + Math.log(ratio));
            ArmSample off = sample(random, onFirst ? secondLevel : firstLevel);
            done.add(new Block(number, onFirst ? Arm.ON : Arm.OFF, on, off));
        }
        return new Trial(Contrast.COOKIES, done, blocks, new Ending(Ending.Kind.COMPLETED, "all blocks were done"));
    }

    private ArmSample sample(RandomGenerator random, double level) {
        long[] times = new long[requests];
        double session = 0;
        for (int i = 0; i < requests; i++) {
            session = i % REQUESTS_PER_SESSION == 0 ? sessionEffect * random.nextGaussian() : session;
            times[i] = Math.round(MEDIAN_NANOS * Math.exp(level + session + sigma * random.nextGaussian()));
        }
        return armOf(Times.of(times));
    }

    /// An arm of which only the times are of interest.
    public static ArmSample armOf(Times times) {
        return new ArmSample(times, times, Times.NONE, 0, 0, 0, 0, 0);
    }
}
