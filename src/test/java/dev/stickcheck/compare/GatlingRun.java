package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One real run of Gatling, short, with everything that it told.
record GatlingRun(List<Event> events, String log, Path results) {

    /// What is asked, with the usual of a short run for all the rest.
    record Wanted(
            URI on,
            URI off,
            boolean offKeepsCookies,
            String journey,
            Timetable timetable,
            double rate,
            ConnectionPolicy connections) {
        static Wanted of(URI on, URI off) {
            return new Wanted(
                    on, off, true, Instructing.REQUESTS, GatlingRun.timetable(3), 100, ConnectionPolicy.POOLED);
        }

        /// Of a second each.
        Wanted blocks(int blocks) {
            return new Wanted(on, off, offKeepsCookies, journey, GatlingRun.timetable(blocks), rate, connections);
        }

        Wanted droppingCookies() {
            return new Wanted(on, off, false, journey, timetable, rate, connections);
        }

        Wanted journey(String name) {
            return new Wanted(on, off, offKeepsCookies, name, timetable, rate, connections);
        }

        Wanted connecting(ConnectionPolicy policy) {
            return new Wanted(on, off, offKeepsCookies, journey, timetable, rate, policy);
        }

        Instructions instructions() {
            return new Instructions(
                    on,
                    off,
                    true,
                    offKeepsCookies,
                    false,
                    timetable,
                    new Instructions.Pace(5, rate, Duration.ZERO, 5),
                    new Instructions.Wire(
                            connections, false, false, null, Duration.ofSeconds(5), null, Map.of(), List.of()),
                    Request.GET,
                    InstanceSource.standard(),
                    journey,
                    1);
        }
    }

    static Timetable timetable(int blocks) {
        return Timetable.of(Duration.ofSeconds(1), blocks, Duration.ofMillis(500), new SplittableRandom(1));
    }

    static GatlingRun of(Instructions instructions, GatlingProcess.Launch launch, Path folder) throws IOException {
        Path log = folder.resolve("log");
        List<Event> events = new ArrayList<>();
        try (GatlingProcess gatling = GatlingProcess.start(instructions.wire(), launch, folder, log)) {
            gatling.instruct(instructions);
            for (Event event = gatling.next(); event != null; event = gatling.next()) {
                events.add(event);
            }
            gatling.finish();
        }
        return new GatlingRun(events, Files.readString(log), folder);
    }

    static GatlingRun of(Wanted wanted, Path folder) throws IOException {
        return of(wanted.instructions(), new GatlingProcess.Launch(List.of(), List.of()), folder);
    }

    List<Event.Asked> asked() {
        return events.stream()
                .filter(event -> event instanceof Event.Asked)
                .map(Event.Asked.class::cast)
                .toList();
    }

    List<Event.Asked> asked(Arm arm) {
        return asked().stream().filter(asked -> asked.arm() == arm).toList();
    }

    /// Of all requests, in milliseconds, by nearest rank.
    static double millis(List<Event.Asked> asked, double quantile) {
        long[] sorted = asked.stream().mapToLong(Event.Asked::service).sorted().toArray();
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e6;
    }

    /// The same by Gatling's own count, from the table at the end of its words.
    double gatlingMillis(int percentile) {
        Matcher line = Pattern.compile("response time " + percentile + "th percentile[^|]*\\|\\s*([\\d,]+)")
                .matcher(log);
        double last = Double.NaN;
        while (line.find()) {
            last = Double.parseDouble(line.group(1).replace(",", ""));
        }
        return last;
    }
}
