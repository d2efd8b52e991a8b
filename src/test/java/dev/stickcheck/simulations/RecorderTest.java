package dev.stickcheck.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.compare.Event;
import dev.stickcheck.compare.Timetable;
import dev.stickcheck.compare.Turn;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a turn is told over: once every step that was let go in it has been told of.
class RecorderTest {
    private final List<Event> told = new ArrayList<>();
    private final Recorder recorder = new Recorder(
            new Timetable(List.of(new Turn(0, Arm.ON, 0, 0, 100), new Turn(0, Arm.OFF, 100, 100, 200))), told::add);
    private final Visit visit = new Visit(Arm.ON, 0, recorder);

    private List<Event> over() {
        return told.stream().filter(event -> event instanceof Event.TurnOver).toList();
    }

    @Test
    void waitsForAStepThatHasNotSentItsRequestYet() {
        visit.begin();
        assertThat(visit.step(0, 5)).isTrue();
        recorder.turnEnded(0);
        assertThat(told).isEmpty();

        visit.asking(6);
        visit.answered(9, 200, "a", Told.NOTHING);
        assertThat(over()).as("a step may send another request").isEmpty();
        visit.asking(10);
        visit.failed(ErrorKind.ANSWER_TIMEOUT, 20);
        visit.stepOver();

        assertThat(told).hasSize(3).last().isEqualTo(new Event.TurnOver(0));
    }

    @Test
    void letsNothingGoInATurnThatHasEnded() {
        recorder.turnEnded(0);

        assertThat(over()).containsExactly(new Event.TurnOver(0));
        assertThat(visit.step(0, 5)).isFalse();
        assertThat(recorder.quiet()).isTrue();
        assertThat(visit.step(1, 105)).isTrue();
        assertThat(recorder.quiet()).isFalse();
    }

    @Test
    void countsAStepThatSendsNothing() {
        visit.step(0, 5);
        recorder.turnEnded(0);
        visit.stepOver();
        visit.stepOver();

        assertThat(told).containsExactly(new Event.TurnOver(0));
    }

    @Test
    void givesUpAUserWhoLeftInTheMiddleOfAStep() {
        visit.step(0, 5);
        recorder.turnEnded(0);
        recorder.giveUp();

        assertThat(told).as("the second turn has not ended").containsExactly(new Event.TurnOver(0));
    }
}
