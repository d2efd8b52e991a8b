package dev.stickcheck.cli;

import dev.stickcheck.compare.Experiment;
import dev.stickcheck.compare.Instructions;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Plan;
import dev.stickcheck.statistics.Measured;
import dev.stickcheck.statistics.Tally;

/// Gives each arm's observations to a tally of its own, and all of them to the journal.
final class ArmTallies implements Experiment.Listener {
    private final Tally on;
    private final Tally off;
    private final Journal journal;
    private final ComparisonLine line;

    ArmTallies(Plan plan, Instructions instructions, Journal journal, ComparisonLine line) {
        this.on = new Tally(measured(plan, instructions.onKeepsCookies()));
        this.off = new Tally(measured(plan, instructions.offKeepsCookies()));
        this.journal = journal;
        this.line = line;
    }

    /// Sessions are as many as there was time for, which nothing has stopped early.
    private static Measured measured(Plan plan, boolean keepsCookies) {
        return new Measured(
                plan.instances(),
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
