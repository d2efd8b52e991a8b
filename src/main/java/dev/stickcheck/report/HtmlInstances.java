package dev.stickcheck.report;

import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Interval;
import dev.stickcheck.model.Latency;
import dev.stickcheck.model.Result;
import dev.stickcheck.model.Text;
import dev.stickcheck.report.HtmlSection.InstanceRow;
import dev.stickcheck.report.HtmlSection.InstanceTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The instances of a page; where two arms were compared, those of each.
final class HtmlInstances {
    private static final int LONGEST_ID = 60;
    private static final int MOST_INSTANCES = 100;

    private HtmlInstances() {}

    /// Without those arms that met none.
    static List<InstanceTable> of(String id, Result r, InstanceColours colours) throws IOException {
        List<InstanceTable> tables = new ArrayList<>();
        Served served = Served.of(r);
        if (!served.instances().isEmpty()) {
            tables.add(table(id + "-instances", id + "-data", which(r), served, colours, null));
        }
        if (r.comparison() != null && !r.comparison().off().instances().isEmpty()) {
            Served off = Served.of(r, r.comparison().off());
            String drawn = HtmlFigures.json(off, colours);
            tables.add(table(id + "-instances-off", id + "-data-off", " without affinity", off, colours, drawn));
        }
        return tables;
    }

    /// Behind the name of what only one of two arms is shown of.
    static String which(Result r) {
        return r.comparison() == null ? "" : " with affinity";
    }

    private static InstanceTable table(
            String place, String data, String which, Served served, InstanceColours colours, @Nullable String figures) {
        List<InstanceLoad> shown = served.first(MOST_INSTANCES);
        int more = served.instances().size() - shown.size();
        return new InstanceTable(
                place,
                data,
                which,
                shown.stream().map(load -> row(served, load, colours)).toList(),
                more == 0 ? "" : "and " + Numbers.count(more) + " more",
                shown.stream().anyMatch(load -> known(load.share())),
                shown.stream().anyMatch(load -> known(load.latency().p50())),
                figures);
    }

    private static InstanceRow row(Served served, InstanceLoad load, InstanceColours colours) {
        Interval share = served.plausible(load);
        Latency latency = load.latency();
        return new InstanceRow(
                Text.inert(load.id(), LONGEST_ID),
                colours.letter(load.id()),
                "c" + colours.number(load.id()) % InstanceColours.COLOURS,
                Numbers.count(load.sessions()),
                Numbers.count(load.requests()),
                Numbers.share(load.share()),
                share == null ? Numbers.UNKNOWN : Numbers.share(share.low()) + " to " + Numbers.share(share.high()),
                Numbers.share(load.expectedShare()),
                Numbers.count(load.errors()),
                Numbers.millis(latency.p50()),
                Numbers.millis(latency.p95()),
                Numbers.millis(latency.p99()));
    }

    private static boolean known(@Nullable Double value) {
        return value != null && Double.isFinite(value);
    }
}
