package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkplaceTest {
    /// A request that is under way when the lab is stopped, and asks for the database only then.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closesAlthoughSomebodyStillWantsItsDatabase() throws Exception {
        Workplace workplace = new Workplace(new Work(false, null, Duration.ZERO, Duration.ZERO));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Throwable> met = new CompletableFuture<>();
        workplace.run(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException closing) {
                met.complete(catchThrowable(() -> workplace.conversations().begin(new Cost())));
            }
        });
        begun.await();

        workplace.close();

        assertThat(met.join()).isInstanceOf(SQLException.class).hasMessage("the lab is closed");
        workplace.run(() -> met.obtrudeValue(new AssertionError("nothing begins any more")));
        workplace.close();
        assertThat(met.join()).isInstanceOf(SQLException.class);
    }
}
