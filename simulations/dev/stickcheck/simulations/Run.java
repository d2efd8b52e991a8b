package dev.stickcheck.simulations;

import dev.stickcheck.compare.Event;
import dev.stickcheck.compare.Instructions;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Text;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run of [ComparisonSimulation]: what its parts share. Gatling makes the simulation itself, so it is found here.
final class Run {
    private static final int LONGEST_TEXT = 400;

    private static volatile @Nullable Run current;

    final Instructions instructions;
    final Recorder recorder;
    final Turns turns;
    private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
    private final AtomicBoolean journeyFailed = new AtomicBoolean();

    private Run(Instructions instructions, Consumer<Event> sink) {
        this.instructions = instructions;
        this.recorder = new Recorder(instructions.timetable(), sink);
        this.turns = new Turns(
                instructions.timetable(),
                instructions.switched(),
                instructions.wire().timeout(),
                recorder);
    }

    /// Prepares what the simulation will find.
    static Run prepare(Instructions instructions, Consumer<Event> sink) {
        Run run = new Run(instructions, sink);
        current = run;
        return run;
    }

    /// The run that was prepared; without one, one of the system properties, for those who start Gatling themselves.
    static Run current() {
        Run prepared = current;
        return prepared == null ? prepare(PropertyInstructions.read(), new Summary()) : prepared;
    }

    /// What a virtual user does, by Gatling's number of it.
    Visit visit(long userId, Arm arm, int user) {
        return visits.computeIfAbsent(userId, id -> new Visit(arm, user, recorder));
    }

    @Nullable
    Visit visit(long userId) {
        return visits.get(userId);
    }

    boolean keepsCookies(Arm arm) {
        return arm == Arm.ON ? instructions.onKeepsCookies() : instructions.offKeepsCookies();
    }

    /// Tells what is wrong with the journey, the first time only, and ends the run.
    void journeyFailed(String why) {
        if (journeyFailed.compareAndSet(false, true)) {
            recorder.tell(new Event.JourneyFailed(Text.inert(why, LONGEST_TEXT)));
        }
        turns.stop();
    }
}
