package dev.stickcheck.simulations;

import dev.stickcheck.compare.Event;
import dev.stickcheck.model.Arm;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// What both arms came to, a line each, for those who start Gatling themselves. The verdict is `stickcheck compare`'s.
final class Summary implements Consumer<Event> {
    private final Map<Arm, Histogram> micros =
            new EnumMap<>(Map.of(Arm.ON, new ConcurrentHistogram(3), Arm.OFF, new ConcurrentHistogram(3)));

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.Asked asked -> {
                Histogram arm = micros.get(asked.arm());
                if (arm != null && asked.measured() && asked.sequence() > 1 && asked.failure() == null) {
                    arm.recordValue(asked.service() / 1000);
                }
            }
            case Event.Finished finished -> micros.forEach(Summary::print);
            case Event.JourneyFailed(String why) -> System.out.println(why);
            case Event.TurnOver over -> {}
            case Event.SwitchWanted wanted -> {}
        }
    }

    private static void print(Arm arm, Histogram times) {
        System.out.printf(
                Locale.ROOT,
                "affinity %s: %d answers, p50 %.1f ms, p95 %.1f ms%n",
                arm.name().toLowerCase(Locale.ROOT),
                times.getTotalCount(),
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(95) / 1e3);
    }
}
