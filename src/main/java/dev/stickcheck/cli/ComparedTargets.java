package dev.stickcheck.cli;

import dev.stickcheck.config.ComparisonReader;
import dev.stickcheck.lab.Lab;
import dev.stickcheck.lab.LabOpening;
import dev.stickcheck.lab.LabSpec;
import dev.stickcheck.model.Instances;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Target;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the two arms ask, labs started.
final class ComparedTargets implements AutoCloseable {
    /// A lab need not be spared; more would measure this machine's processors.
    private static final double LAB_RATE = 150;

    private static final int LAB_USERS = 30;

    private final @Nullable Lab on;
    private final @Nullable Lab off;
    private final Plan plan;
    private final URI offUrl;
    private final Instances offInstances;

    private ComparedTargets(@Nullable Lab on, @Nullable Lab off, Plan plan, URI offUrl, Instances offInstances) {
        this.on = on;
        this.off = off;
        this.plan = plan;
        this.offUrl = offUrl;
        this.offInstances = offInstances;
    }

    /// The labs that a comparison asks for, read and not started.
    ///
    /// @param on null where the target is no lab
    /// @param off null as well where both arms ask one target
    record Labs(@Nullable LabSpec on, @Nullable LabSpec off) {
        static Labs of(ComparisonReader.Reading reading) {
            return new Labs(spec(reading.on()), reading.oneTarget() ? null : spec(reading.off()));
        }
    }

    static ComparedTargets start(ComparisonReader.Reading reading, Labs labs, Map<String, List<String>> given) {
        LabSpec onSpec = labs.on();
        LabSpec offSpec = labs.off();
        long seed = reading.plan().seed();
        Lab on = onSpec == null ? null : Lab.start(onSpec, LabOpening.onLoopback(seed));
        Lab off = null;
        try {
            off = offSpec == null ? null : Lab.start(offSpec, LabOpening.onLoopback(seed));
        } finally {
            if (off == null && offSpec != null && on != null) {
                on.close();
            }
        }
        Plan plan = plan(reading, given, on);
        plan = off == null ? plan : plan.resolving(off.names());
        URI offUrl = reading.oneTarget() ? plan.url() : url(reading.off(), off);
        return new ComparedTargets(on, off, plan, offUrl, offInstances(reading, plan, off));
    }

    /// What the user declares holds for both arms; otherwise every lab knows its own instances.
    private static Instances offInstances(ComparisonReader.Reading reading, Plan plan, @Nullable Lab off) {
        Instances declared = reading.plan().instances();
        if (reading.oneTarget()) {
            return plan.instances();
        }
        return off != null && declared instanceof Instances.Undeclared ? off.instances() : declared;
    }

    private static Plan plan(ComparisonReader.Reading reading, Map<String, List<String>> given, @Nullable Lab on) {
        Plan plan = reading.plan();
        if (on != null) {
            boolean declared = !(plan.instances() instanceof Instances.Undeclared);
            plan = plan.resolving(on.names()).withUrl(on.strangersUrl(), declared ? plan.instances() : on.instances());
        }
        return onlyLabs(reading) ? plan.withSchedule(unheld(plan.schedule(), given)) : plan;
    }

    private static Schedule unheld(Schedule asked, Map<String, List<String>> given) {
        return asked.withPace(
                given.containsKey("concurrency") ? asked.concurrency() : LAB_USERS,
                given.containsKey("rate") ? asked.rate() : LAB_RATE);
    }

    static boolean onlyLabs(ComparisonReader.Reading reading) {
        return reading.on() instanceof Target.Lab && reading.off() instanceof Target.Lab;
    }

    private static @Nullable LabSpec spec(Target target) {
        return target instanceof Target.Lab(String text) ? LabSpec.parse(text) : null;
    }

    private static URI url(Target target, @Nullable Lab lab) {
        return switch (target) {
            case Target.Url(URI uri) -> uri;
            case Target.Lab notStarted -> lab == null ? URI.create("http://127.0.0.1") : lab.strangersUrl();
        };
    }

    /// For the on arm.
    Plan plan() {
        return plan;
    }

    URI off() {
        return offUrl;
    }

    /// Those of the off arm; the plan's are the on arm's.
    Instances offInstances() {
        return offInstances;
    }

    /// What labs have to say of themselves.
    List<String> notes() {
        return Stream.of(Optional.ofNullable(on), Optional.ofNullable(off))
                .flatMap(Optional::stream)
                .flatMap(lab -> lab.note().stream())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        try {
            if (off != null) {
                off.close();
            }
        } finally {
            if (on != null) {
                on.close();
            }
        }
    }
}
