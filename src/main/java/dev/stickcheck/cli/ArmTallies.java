package dev.stickcheck.cli;

import dev.stickcheck.compare.Experiment;
import dev.stickcheck.compare.Instructions;
import dev.stickcheck.model.Answered;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Plan;
import dev.stickcheck.statistics.Measured;
import dev.stickcheck.statistics.Tally;
import dev.stickcheck.verdict.Futility;
import org.jspecify.annotations.Nullable;

/// Gives each arm's observations to a tally of its own, and all of them to the journal. Sees when an arm leads nowhere.
final class ArmTallies implements Experiment.Listener {
    private final Tally on;
    private final Tally off;
    private final Futility onFutility;
    private final Futility offFutility;
    private final Journal journal;
    private final ComparisonLine line;

    ArmTallies(ComparedTargets targets, Instructions instructions, Journal journal, ComparisonLine line) {
        Plan plan = targets.plan();
        this.on = new Tally(measured(plan, plan.instances(), instructions.onKeepsCookies()));
        this.off = new Tally(measured(plan, targets.offInstances(), instructions.offKeepsCookies()));
        int concurrency = plan.schedule().concurrency();
        this.onFutility = Futility.ofArm("on", plan.url().getRawAuthority(), concurrency);
        this.offFutility = Futility.ofArm("off", targets.off().getRawAuthority(), concurrency);
        this.journal = journal;
        this.line = line;
    }

    /// Sessions are as many as there was time for, which nothing has stopped early.
    private static Measured measured(Plan plan, Instances instances, boolean keepsCookies) {
        return new Measured(
                instances,
                plan.expectation(),
                plan.thresholds(),
                plan.schedule().requestsPerSession(),
                false,
                keepsCookies,
                plan.network().connections(),
                plan.seed());
    }

    @Override
    public void observed(Observation observation) {
        (observation.arm() == Arm.ON ? on : off).observe(observation);
        journal.write(observation);
    }

    @Override
    public @Nullable Ending futile(Arm arm, Answered so) {
        return (arm == Arm.ON ? onFutility : offFutility).ending(so);
    }

    @Override
    public void advanced(int done, int all) {
        line.show(done, all);
    }

    Tally on() {
        return on;
    }

    Tally off() {
        return off;
    }
}
