package dev.stickcheck.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// What the page's script draws, as JSON.
final class HtmlFigures {
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_DRAWN = 40;
    private static final int MOST_LETTERS = 36;

    private HtmlFigures() {}

    /// ASCII without `<`, so that nothing in it ends the element that it stands in.
    static String json(Result r, SessionRows rows, Served served, InstanceColours colours) throws IOException {
        return written(json -> {
            json.number("alpha", 1 - r.confidence());
            json.list(
                    "rows",
                    rows.rows(),
                    row -> json.object(() -> {
                        json.text("letters", row.letters());
                        json.whole("sessions", row.sessions());
                    }));
            SessionClock clock = SessionClock.of(r.timeline());
            json.whole("spanMillis", r.timeline().spanMillis());
            json.list(
                    "clock",
                    clock.rows(),
                    row -> json.elements(
                            row.bars(),
                            bar -> json.object(() -> {
                                json.text("letter", String.valueOf(bar.letter()));
                                json.whole("from", bar.from());
                                json.whole("to", bar.to());
                                json.whole("answers", bar.answers());
                            })));
            json.texts(
                    "names",
                    r.timeline().instances().stream()
                            .limit(MOST_LETTERS)
                            .map(HtmlFigures::label)
                            .toList());
            instances(json, served, colours);
            json.list(
                    "evidence",
                    r.timeline().evidence(),
                    point -> json.object(() -> {
                        json.whole("sessions", point.sessions());
                        json.number("pass", point.pass());
                        json.number("fail", point.fail());
                    }));
        });
    }

    /// What is drawn of instances alone.
    static String json(Served served, InstanceColours colours) throws IOException {
        return written(json -> instances(json, served, colours));
    }

    private static String written(JsonFields.PartOf<JsonFields> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonFields json = new JsonFields(bytes);
        json.object(() -> members.write(json));
        json.end();
        return bytes.toString(US_ASCII).replace("<", "\\u003c");
    }

    private static void instances(JsonFields json, Served served, InstanceColours colours) throws IOException {
        json.list(
                "instances",
                served.first(MOST_DRAWN),
                load -> json.object(() -> {
                    Interval share = served.plausible(load);
                    json.text("name", label(load.id()));
                    json.text("letter", colours.letter(load.id()));
                    json.whole("colour", colours.number(load.id()) % InstanceColours.COLOURS);
                    json.number("share", load.share());
                    json.number("low", share == null ? null : Double.valueOf(share.low()));
                    json.number("high", share == null ? null : Double.valueOf(share.high()));
                    json.number("expected", load.expectedShare());
                    json.number("p50", load.latency().p50());
                    json.number("p95", load.latency().p95());
                    json.number("p99", load.latency().p99());
                }));
    }

    private static String label(String id) {
        return Text.inert(id, LONGEST_LABEL);
    }
}
