package dev.stickcheck.verdict;

import dev.stickcheck.model.Application;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ArmSample;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.ComparisonGates;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.CookieTrace;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Expectation;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Outcome;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Thresholds;
import dev.stickcheck.model.Times;
import dev.stickcheck.model.Trait;
import dev.stickcheck.model.Trial;
import dev.stickcheck.statistics.Findings;
import dev.stickcheck.statistics.Measured;
import dev.stickcheck.statistics.SimulatedTrial;
import dev.stickcheck.statistics.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A comparison and what is known of its application, from the simulated measurement to the result. What is not said:
/// three instances, sticky sessions with affinity and none without, 20 blocks of 100 steady requests in each arm.
public final class ComparedStory {
    private static final int REQUESTS_PER_SESSION = 10;

    private SimulatedTrial model = new SimulatedTrial(20, 100, 1, 0.05, 0, 0);
    private long seed = 1;
    private Contrast contrast = Contrast.TARGETS;
    private Ending ending = new Ending(Ending.Kind.COMPLETED, "all blocks were done");
    private int planned = 20;
    private List<String> ids = List.of("instance-1", "instance-2", "instance-3");
    private Instances onInstances = new Instances.Undeclared();
    private Instances offInstances = new Instances.Undeclared();
    private boolean onSticks = true;
    private boolean offSticks;
    private double errorShare;
    private double slowdown = 1;
    private long sessions = 200;
    private double hitsOn = Double.NaN;
    private double hitsOff = Double.NaN;
    private long lostOn;
    private Thresholds thresholds = Thresholds.DEFAULT;
    private ComparisonGates gates = ComparisonGates.standard(Contrast.TARGETS);
    private Application application = Application.UNKNOWN;

    /// @param ratio of a time with affinity over one without
    public ComparedStory ratio(double ratio, double sigma) {
        model = new SimulatedTrial(model.blocks(), 100, ratio, sigma, 0, 0);
        return this;
    }

    public ComparedStory model(SimulatedTrial simulated) {
        model = simulated;
        planned = simulated.blocks();
        return this;
    }

    public ComparedStory seed(long number) {
        seed = number;
        return this;
    }

    public ComparedStory contrast(Contrast other) {
        contrast = other;
        gates = ComparisonGates.standard(other);
        onSticks = other != Contrast.NONE;
        return this;
    }

    public ComparedStory ended(Ending.Kind kind, String why, int finished) {
        ending = new Ending(kind, why);
        model = new SimulatedTrial(finished, 100, model.ratio(), model.sigma(), 0, 0);
        return this;
    }

    public ComparedStory instances(String... names) {
        ids = List.of(names);
        return this;
    }

    public ComparedStory declaring(Instances on, Instances off) {
        onInstances = on;
        offInstances = off;
        return this;
    }

    public ComparedStory sticks(boolean on, boolean off) {
        onSticks = on;
        offSticks = off;
        return this;
    }

    public ComparedStory errors(double share) {
        errorShare = share;
        return this;
    }

    public ComparedStory slowdown(double factor) {
        slowdown = factor;
        return this;
    }

    public ComparedStory hits(double on, double off) {
        hitsOn = on;
        hitsOff = off;
        return this;
    }

    public ComparedStory lost(long sessionsWithAffinity) {
        lostOn = sessionsWithAffinity;
        return this;
    }

    public ComparedStory held(ComparisonGates to, Thresholds limits) {
        gates = to;
        thresholds = limits;
        return this;
    }

    public ComparedStory has(Trait... traits) {
        for (Trait trait : traits) {
            application = application.with(trait, true);
        }
        return this;
    }

    public ComparedStory lacks(Trait... traits) {
        for (Trait trait : traits) {
            application = application.with(trait, false);
        }
        return this;
    }

    public Result result() {
        Results.Run run = new Results.Run(
                "compare",
                "0.1.0",
                "lab:cookie against lab:round-robin",
                Instant.parse("2026-11-23T12:00:00Z"),
                Duration.ofSeconds(60),
                Map.of("duration", "60s"),
                List.of(),
                null);
        return ComparisonResults.of(run, compared(), gates, application, new SplittableRandom(~seed));
    }

    private Compared compared() {
        boolean nothing = ending.nothingMeasured();
        return new Compared(
                trial(),
                arm(Arm.ON, onSticks, nothing ? 0 : sessions),
                arm(Arm.OFF, offSticks, nothing ? 0 : sessions),
                onInstances,
                offInstances,
                thresholds,
                seed);
    }

    private Trial trial() {
        List<Block> blocks = new ArrayList<>();
        for (Block block : model.run(seed).blocks()) {
            long lost = block.number() == 0 ? lostOn : 0;
            blocks.add(new Block(
                    block.number(), block.first(), told(block.on(), hitsOn, lost), told(block.off(), hitsOff, 0)));
        }
        return new Trial(contrast, blocks, planned, ending);
    }

    private ArmSample told(ArmSample plain, double hits, long lost) {
        Times times = Times.of(plain.service().stream()
                .map(nanos -> Math.round(nanos * slowdown))
                .toArray());
        Times first = Times.of(times.nanos(0) * 2, times.nanos(1) * 2);
        long told = Double.isNaN(hits) ? 0 : plain.service().size();
        return new ArmSample(
                times,
                times,
                first,
                lost,
                told,
                Math.round(told * (Double.isNaN(hits) ? 0 : hits)),
                told,
                Math.round(told * (4 - (Double.isNaN(hits) ? 0 : hits) * 2.5)));
    }

    private Findings arm(Arm arm, boolean sticks, long count) {
        Measured measured = new Measured(
                arm == Arm.ON ? onInstances : offInstances,
                arm == Arm.ON ? Expectation.STICKY : Expectation.SPREAD,
                thresholds,
                REQUESTS_PER_SESSION,
                false,
                arm == Arm.ON,
                ConnectionPolicy.POOLED,
                seed);
        Tally tally = new Tally(measured);
        SplittableRandom random = new SplittableRandom(seed + arm.ordinal());
        Instant time = Instant.parse("2026-11-23T12:00:00Z");
        for (long session = 0; session < count; session++) {
            int home = (int) (session % ids.size());
            for (int sequence = 1; sequence <= REQUESTS_PER_SESSION; sequence++) {
                time = time.plusMillis(20);
                int place = sticks ? home : random.nextInt(ids.size());
                boolean fails = random.nextDouble() < errorShare;
                Duration took = Duration.ofNanos(Math.round(20e6 * slowdown));
                tally.observe(new Observation(
                        time,
                        arm + "-" + session,
                        session,
                        sequence,
                        arm,
                        new Outcome.Identified(ids.get(place), fails ? 503 : 200),
                        took,
                        took,
                        null,
                        null,
                        CookieTrace.NONE,
                        arm == Arm.ON && sequence > 1 ? 42 : 0));
            }
        }
        return tally.findings(random);
    }
}
