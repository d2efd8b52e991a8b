package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmTest {
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Test
    void doesNotSleepForATimeThatIsOver() {
        Alarm alarm = new Alarm();
        alarm.set(5);

        alarm.await(5);
        alarm.await(6);
    }

    @RepeatedTest(200)
    void wakesForAnEarlierTimeWheneverItIsSet() throws Exception {
        Alarm alarm = new Alarm();
        alarm.set(HOUR);
        Thread sleeper = Thread.ofVirtual().start(() -> {
            alarm.await(0);
        });

        alarm.set(-1);

        assertThat(sleeper.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void wakesForAnInterrupt() throws Exception {
        Alarm alarm = new Alarm();
        alarm.set(HOUR);
        Thread sleeper = Thread.ofVirtual().start(() -> alarm.await(0));

        sleeper.interrupt();

        assertThat(sleeper.join(Duration.ofSeconds(30))).isTrue();
    }
}
