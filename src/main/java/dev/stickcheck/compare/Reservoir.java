package dev.stickcheck.compare;

import dev.stickcheck.model.Times;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Pairs of times, as many as fit; of more an even sample (Vitter 1985, algorithm R).
final class Reservoir {
    private final int most;
    private final SplittableRandom random;
    private long[] service = new long[128];
    private long[] response = new long[128];
    private int size;
    private long seen;

    Reservoir(int most, SplittableRandom random) {
        this.most = most;
        this.random = random;
    }

    void add(long serviceNanos, long responseNanos) {
        seen++;
        if (size < most) {
            if (size == service.length) {
                service = Arrays.copyOf(service, Math.min(most, 2 * size));
                response = Arrays.copyOf(response, Math.min(most, 2 * size));
            }
            put(size++, serviceNanos, responseNanos);
            return;
        }
        long place = random.nextLong(seen);
        if (place < most) {
            put((int) place, serviceNanos, responseNanos);
        }
    }

    private void put(int place, long serviceNanos, long responseNanos) {
        service[place] = serviceNanos;
        response[place] = responseNanos;
    }

    Times service() {
        return Times.of(Arrays.copyOf(service, size));
    }

    Times response() {
        return Times.of(Arrays.copyOf(response, size));
    }
}
