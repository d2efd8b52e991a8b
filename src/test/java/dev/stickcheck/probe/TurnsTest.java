package dev.stickcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    @Test
    void worksOnceForEachReasonOfASingleThread() {
        AtomicInteger worked = new AtomicInteger();
        Turns turns = new Turns(worked::incrementAndGet);

        turns.take();
        turns.take();

        assertThat(worked).hasValue(2);
    }

    @Test
    void worksAgainForAReasonThatComesOutOfTheWorkInsteadOfNesting() {
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger worked = new AtomicInteger();
        AtomicReference<Turns> turns = new AtomicReference<>();
        turns.set(new Turns(() -> {
            assertThat(depth.incrementAndGet()).isEqualTo(1);
            if (worked.incrementAndGet() < 5) {
                turns.get().take();
            }
            depth.decrementAndGet();
        }));

        turns.get().take();

        assertThat(worked).hasValue(5);
    }

    @Test
    void leavesAReasonToTheThreadThatIsAtWork() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch resume = new CountDownLatch(1);
        AtomicInteger worked = new AtomicInteger();
        Turns turns = new Turns(() -> {
            worked.incrementAndGet();
            entered.countDown();
            awaitQuietly(resume);
        });
        Thread busy = Thread.ofVirtual().start(turns::take);
        entered.await();

        turns.take();

        assertThat(worked).as("returned at once").hasValue(1);
        resume.countDown();
        busy.join();
        assertThat(worked).hasValue(2);
    }

    @Test
    void losesNoReasonAndNeverWorksTwiceAtATime() throws Exception {
        int threads = 4;
        int each = 20_000;
        AtomicInteger brought = new AtomicInteger();
        // Plain fields: what they hold is right only if turns exclude and see one another.
        int[] seen = new int[2];
        Turns turns = new Turns(() -> {
            seen[0]++;
            seen[1] = brought.get();
            seen[0]--;
        });

        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                executor.execute(() -> {
                    for (int j = 0; j < each; j++) {
                        brought.incrementAndGet();
                        turns.take();
                    }
                });
            }
        }

        turns.take();
        assertThat(seen).containsExactly(0, threads * each);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
