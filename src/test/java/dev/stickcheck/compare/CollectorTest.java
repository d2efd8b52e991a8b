package dev.stickcheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ArmSample;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.Ending;
import dev.stickcheck.model.ErrorKind;
import dev.stickcheck.model.Observation;
import dev.stickcheck.verdict.Futility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private static final int FIRST = 2;

    private final Timetable timetable =
            Timetable.of(Duration.ofSeconds(2), 2, Duration.ofSeconds(1), new SplittableRandom(1));
    private final List<Observation> observed = new ArrayList<>();
    private final Collector collector = new Collector(timetable, new SplittableRandom(1), observed::add);

    private Event.Asked asked(int turn, int sequence, long service, int status, String instance) {
        Arm arm = timetable.turns().get(turn).arm();
        return new Event.Asked(
                turn,
                turn >= FIRST,
                arm,
                0,
                turn,
                sequence,
                1,
                service,
                service + 5,
                status,
                status == 0 ? ErrorKind.CONNECTION_REFUSED : null,
                instance,
                status == 200 ? sequence % 2 == 0 : null,
                status == 200 ? 3 : null,
                status == 404,
                10,
                List.of(),
                List.of());
    }

    private ArmSample of(Block block, int turn) {
        return timetable.turns().get(turn).arm() == Arm.ON ? block.on() : block.off();
    }

    @Test
    void makesABlockOfTwoTurnsThatAreOver() {
        collector.asked(asked(FIRST, 1, 100, 200, "a"));
        collector.asked(asked(FIRST, 2, 50, 200, "a"));
        collector.asked(asked(FIRST, 3, 60, 404, "b"));
        collector.asked(asked(FIRST, 4, 70, 0, null));
        collector.asked(asked(FIRST + 1, 1, 200, 200, "b"));
        collector.turnOver(FIRST);
        assertThat(collector.blocks()).isEmpty();
        collector.turnOver(FIRST + 1);

        Block block = collector.blocks().getFirst();
        ArmSample sample = of(block, FIRST);
        assertThat(block.first()).isEqualTo(timetable.turns().get(FIRST).arm());
        assertThat(sample.service().stream()).containsExactly(50L);
        assertThat(sample.response().stream()).containsExactly(55L);
        assertThat(sample.firstService().stream()).containsExactly(100L);
        assertThat(sample.sessionsLost()).isEqualTo(1);
        assertThat(sample.cacheTold()).isEqualTo(2);
        assertThat(sample.cacheHits()).isEqualTo(1);
        assertThat(sample.queriesTold()).isEqualTo(2);
        assertThat(sample.queries()).isEqualTo(6);
        assertThat(of(block, FIRST + 1).firstService().stream()).containsExactly(200L);
    }

    @Test
    void keepsSessionsOfTheWarmUpOutOfWhatIsObserved() {
        collector.asked(asked(0, 1, 1, 200, "a"));
        collector.asked(asked(FIRST, 1, 1, 200, "a"));
        collector.asked(asked(FIRST, 2, 1, 200, "a"));

        assertThat(observed).hasSize(2).allMatch(o -> o.launch() == 0);
        assertThat(observed.getFirst().arm())
                .isEqualTo(timetable.turns().get(FIRST).arm());
    }

    private @Nullable Ending futile(Arm arm) {
        String name = arm.name().toLowerCase(Locale.ROOT);
        return Futility.ofArm(name, "shop.test", 30).ending(collector.answered(arm));
    }

    @Test
    void doubtsAnArmThatNeverAnswers() {
        for (int i = 1; i <= 10; i++) {
            assertThat(futile(Arm.ON)).isNull();
            collector.asked(asked(0, i, 1, 0, null));
        }

        assertThat(futile(Arm.OFF)).isNull();
        assertThat(futile(Arm.ON)).isNotNull().satisfies(ending -> {
            assertThat(ending.kind()).isEqualTo(Ending.Kind.UNREACHABLE);
            assertThat(ending.why())
                    .contains("the on arm")
                    .contains("shop.test")
                    .contains("connection-refused");
        });
    }

    @Test
    void doubtsAnArmThatTellsNoInstance() {
        for (int i = 1; i <= 30; i++) {
            assertThat(futile(Arm.OFF)).isNull();
            collector.asked(asked(1, i, 1, 200, null));
        }

        assertThat(futile(Arm.OFF)).isNotNull().satisfies(ending -> {
            assertThat(ending.kind()).isEqualTo(Ending.Kind.NO_INSTANCE_ID);
            assertThat(ending.why()).contains("the off arm").contains("--instance-from");
        });
    }

    @Test
    void doubtsThePathOfAnArmThatAnswersWithErrorsAlone() {
        for (int i = 1; i <= 30; i++) {
            collector.asked(asked(1, i, 1, 404, null));
        }

        assertThat(futile(Arm.OFF))
                .isNotNull()
                .satisfies(ending ->
                        assertThat(ending.why()).contains("status 404").contains("is the path right?"));
    }

    @Test
    void doubtsIdsThatNameRequests() {
        for (int i = 1; i <= 100; i++) {
            assertThat(futile(Arm.OFF)).isNull();
            collector.asked(asked(1, i, 1, 200, "id-" + i));
        }

        assertThat(futile(Arm.OFF))
                .isNotNull()
                .satisfies(ending -> assertThat(ending.kind()).isEqualTo(Ending.Kind.ID_PER_REQUEST));
    }

    @Test
    void keepsAnEvenSampleOfTooManyTimes() {
        int all = 4 * ArmSample.MOST_TIMES;
        for (int i = 0; i < all; i++) {
            collector.asked(asked(FIRST, 2, i, 200, "a"));
        }
        collector.turnOver(FIRST);
        collector.turnOver(FIRST + 1);

        ArmSample sample = of(collector.blocks().getFirst(), FIRST);
        assertThat(sample.service().size()).isEqualTo(ArmSample.MOST_TIMES);
        // The mean of n draws without replacement from 0..N−1: standard error below N/√(12n); five of them.
        double error = all / Math.sqrt(12.0 * ArmSample.MOST_TIMES);
        assertThat(sample.service().stream().average().orElseThrow())
                .isBetween(all / 2.0 - 5 * error, all / 2.0 + 5 * error);
        for (int i = 0; i < sample.service().size(); i++) {
            assertThat(sample.response().nanos(i)).isEqualTo(sample.service().nanos(i) + 5);
        }
    }
}
