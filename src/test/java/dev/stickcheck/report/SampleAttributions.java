package dev.stickcheck.report;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Attribution.Agreement;
import dev.stickcheck.model.Attribution.Control;
import dev.stickcheck.model.Attribution.Estimate;
import dev.stickcheck.model.Attribution.Kappa;
import dev.stickcheck.model.Attribution.Shuffle;
import dev.stickcheck.model.Attribution.SwitchRate;
import dev.stickcheck.model.Interval;

/// How much of the agreement is the sessions' own in the sample results.
final class SampleAttributions {
    private SampleAttributions() {}

    static Attribution sticky() {
        return new Attribution(
                74,
                666,
                new SwitchRate(0.0, 0.0, new Interval(0, 0.0397), null, null),
                new Agreement(1.0, 1.0, 1.0, 0.3241),
                new Kappa(new Estimate(1, 0.0), new Estimate(1, 0.0), new Estimate(1, 0.0), null),
                new Control(310, 31, 0.3312, 1.0, new Interval(0.9407, 1), null),
                new Shuffle(0.0001, 9_999, 74, 80, null),
                0.99994919);
    }

    static Attribution loose() {
        return new Attribution(
                20,
                180,
                new SwitchRate(0.3388888888888889, 0.052, new Interval(0.249, 0.4288), 2.1726, 0.1404),
                new Agreement(0.55, 0.7, 0.585, 0.5746),
                new Kappa(new Estimate(0.0244, 0.031), new Estimate(-0.058, 0.04), new Estimate(0.2035, null), null),
                new Control(0, 0, null, null, null, "there is no control arm"),
                new Shuffle(null, 0, 0, 0, "no two sessions met different instances in the same round"),
                0.99994919);
    }
}
