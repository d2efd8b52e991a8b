package dev.stickcheck.compare;

import dev.stickcheck.model.Answered;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.Observation;
import dev.stickcheck.model.Trial;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One comparison: Gatling is started, told what to do, and listened to until its last block.
public final class Experiment {
    private static final String INTERRUPTED = "the comparison was interrupted";

    private final Instructions instructions;
    private final Contrast contrast;
    private final Switch commands;
    private final Listener listener;
    private final Collector collector;
    private @Nullable Ending ending;
    private @Nullable GatlingProcess gatling;
    private boolean interrupted;

    /// Switches the target between the arms.
    @FunctionalInterface
    public interface Switch {
        /// For targets that need none.
        Switch NONE = arm -> null;

        /// Switches to this arm.
        ///
        /// @return what went wrong, or null
        @Nullable
        Trouble to(Arm arm);

        /// Ends what is under way. May be called by any thread.
        default void interrupt() {}

        /// Why a target was not switched.
        ///
        /// @param signal whether SIGINT or SIGTERM ended it
        record Trouble(String why, boolean signal) {}
    }

    /// Hears of a comparison while it runs, and says when it has to end.
    public interface Listener {
        /// A request of a session that began after the warm-up.
        void observed(Observation observation);

        /// Why it makes no sense to go on when the requests of an arm have fared like this; null when it does.
        @Nullable
        Ending futile(Arm arm, Answered so);

        /// A turn begins or ends: `done` of `all` turns have been taken.
        void advanced(int done, int all);
    }

    /// One that has not begun.
    ///
    /// @param random which times are kept where there are too many
    public Experiment(
            Instructions instructions, Contrast contrast, Switch commands, Listener listener, SplittableRandom random) {
        this.instructions = instructions;
        this.contrast = contrast;
        this.commands = commands;
        this.listener = listener;
        Consumer<Observation> observer = listener::observed;
        this.collector = new Collector(instructions.timetable(), random, observer);
    }

    /// Runs it to its end. Gatling may still write its report then.
    ///
    /// @param started which nothing has been told yet
    /// @param log where Gatling's words go
    /// @throws CompareProblem when nothing could be measured because of how it was asked for
    public Trial run(GatlingProcess started, Path log) {
        begin(started);
        started.instruct(instructions);
        for (Event event = started.next(); event != null; event = started.next()) {
            hear(event, started);
            if (ended()) {
                break;
            }
        }
        Ending why = conclude(started, log);
        return new Trial(contrast, collector.blocks(), instructions.timetable().blocks(), why);
    }

    /// Ends it; what is complete counts. May be called by any thread.
    public void interrupt() {
        synchronized (this) {
            interrupted = true;
            ending = new Ending(Ending.Kind.INTERRUPTED, INTERRUPTED);
            if (gatling != null) {
                gatling.kill();
            }
        }
        commands.interrupt();
    }

    private synchronized void begin(GatlingProcess started) {
        gatling = started;
        if (interrupted) {
            started.kill();
        }
    }

    private synchronized boolean ended() {
        return ending != null;
    }

    private synchronized void end(Ending why) {
        if (ending == null) {
            ending = why;
        }
    }

    private void hear(Event event, GatlingProcess started) {
        switch (event) {
            case Event.Asked asked -> {
                collector.asked(asked);
                Ending futile = listener.futile(asked.arm(), collector.answered(asked.arm()));
                if (futile != null) {
                    end(futile);
                }
            }
            case Event.TurnOver(int turn) -> {
                collector.turnOver(turn);
                listener.advanced(turn + 1, instructions.timetable().turns().size());
            }
            case Event.SwitchWanted(Arm arm) -> switched(commands.to(arm), started);
            case Event.Finished finished -> end(completed());
            case Event.JourneyFailed(String why) -> broken(CompareProblem.usage(why));
        }
    }

    private void switched(Switch.@Nullable Trouble trouble, GatlingProcess started) {
        if (trouble == null) {
            started.goOn();
        } else if (trouble.signal()) {
            end(new Ending(Ending.Kind.INTERRUPTED, INTERRUPTED));
        } else {
            broken(CompareProblem.fault(trouble.why()));
        }
    }

    private Ending completed() {
        int planned = instructions.timetable().blocks();
        return new Ending(
                Ending.Kind.COMPLETED, collector.blocks().size() + " of " + planned + " blocks were measured");
    }

    /// Blocks that are complete are worth an answer; without one there is only the problem.
    private void broken(CompareProblem problem) {
        if (!ended() && collector.blocks().isEmpty()) {
            throw problem;
        }
        end(new Ending(Ending.Kind.BOUNDED, String.valueOf(problem.getMessage())));
    }

    private synchronized Ending conclude(GatlingProcess started, Path log) {
        Ending why = ending;
        if (why != null) {
            return why;
        }
        // A terminal sends its signal to both processes, and Gatling's may be the faster to end.
        if (started.endedBySignal()) {
            return new Ending(Ending.Kind.INTERRUPTED, INTERRUPTED);
        }
        if (collector.blocks().isEmpty()) {
            throw CompareProblem.fault("Gatling ended before it had measured anything; " + log + " tells what it said");
        }
        return new Ending(Ending.Kind.BOUNDED, "Gatling ended early; " + log + " tells what it said");
    }
}
