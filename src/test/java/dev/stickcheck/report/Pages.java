package dev.stickcheck.report;

import dev.stickcheck.model.Result;
import dev.stickcheck.model.Timeline;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/// Pages to look at.
final class Pages {
    private Pages() {}

    static String html(Result... results) throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(List.of(results), out);
        return out.toString();
    }

    /// A run of so many sessions on three instances; every `moving`th of them moves with each request.
    static Result large(int sessions, int answers, int moving) {
        List<String> rows = new ArrayList<>();
        List<Timeline.Evidence> evidence = new ArrayList<>();
        for (int s = 0; s < sessions; s++) {
            StringBuilder row = new StringBuilder();
            for (int a = 0; a < answers; a++) {
                row.append((s + (s % moving == 0 ? a * (s % 7) : 0)) % 3);
            }
            rows.add(row.toString());
            evidence.add(new Timeline.Evidence(s + 1, 0.04 * s - 1, -0.05 * s));
        }
        return large().timeline(new Timeline(List.of("instance-1", "instance-2", "instance-3"), rows, false, evidence))
                .build();
    }

    /// Sessions of ten requests, ten at a time, until the second of three instances is gone in the middle of the run.
    static Result failover() {
        List<String> rows = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (int s = 0; s < 60; s++) {
            StringBuilder row = new StringBuilder();
            StringBuilder time = new StringBuilder();
            for (int a = 0; a < 10; a++) {
                int tick = s * 20 + a * 10;
                row.append(s % 3 == 1 && tick > 640 ? 2 : s % 3);
                time.append(Character.forDigit(tick / 36, 36)).append(Character.forDigit(tick % 36, 36));
            }
            rows.add(row.toString());
            times.add(time.toString());
        }
        List<String> ids = List.of("instance-1", "instance-2", "instance-3");
        return large().timeline(new Timeline(ids, rows, false, List.of(), 20_000, times))
                .build();
    }

    private static ResultBuilder large() {
        return new ResultBuilder()
                .instance("instance-1", 33_000, 333, 0.33, 1 / 3.0, 0, 1.0, 2.0)
                .instance("instance-2", 33_000, 333, 0.34, 1 / 3.0, 0, 1.0, 2.0)
                .instance("instance-3", 34_000, 334, 0.33, 1 / 3.0, 0, 1.0, 2.0);
    }
}
