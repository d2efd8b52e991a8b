package dev.stickcheck.report;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Attribution.Estimate;
import dev.stickcheck.model.Episodes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The members of a result that say how much of the sessions' agreement is theirs, and when they moved.
final class AttributionJson {
    private final JsonFields json;

    AttributionJson(JsonFields json) {
        this.json = json;
    }

    void attribution(Attribution a) throws IOException {
        json.whole("sessions", a.sessions());
        json.whole("transitions", a.transitions());
        json.object("switchRate", () -> {
            json.number("rate", a.switchRate().rate());
            json.number("standardError", a.switchRate().standardError());
            json.interval("interval", a.switchRate().interval());
            json.number("designEffect", a.switchRate().designEffect());
            json.number("correlation", a.switchRate().correlation());
        });
        json.object("agreement", () -> {
            json.number("home", a.agreement().home());
            json.number("modal", a.agreement().modal());
            json.number("within", a.agreement().within());
            json.number("between", a.agreement().between());
        });
        json.object("kappa", () -> {
            estimate("pair", a.kappa().pair());
            estimate("home", a.kappa().home());
            estimate("adjacent", a.kappa().adjacent());
            json.maybe("unknown", a.kappa().unknown());
        });
        json.object("control", () -> {
            json.whole("requests", a.control().requests());
            json.whole("pseudoSessions", a.control().pseudoSessions());
            json.number("agreement", a.control().agreement());
            json.number("attributable", a.control().attributable());
            json.interval("interval", a.control().interval());
            json.maybe("unknown", a.control().unknown());
        });
        json.object("shuffle", () -> {
            json.number("pValue", a.shuffle().pValue());
            json.whole("permutations", a.shuffle().permutations());
            json.whole("sessions", a.shuffle().sessions());
            json.whole("rounds", a.shuffle().rounds());
            json.maybe("unknown", a.shuffle().unknown());
        });
        json.number("failureRateByChance", a.failureRateByChance());
    }

    private void estimate(String name, @Nullable Estimate estimate) throws IOException {
        json.object(name, () -> {
            json.number("value", estimate == null ? null : estimate.value());
            json.number("standardError", estimate == null ? null : estimate.standardError());
        });
    }

    void episodes(Episodes episodes) throws IOException {
        json.whole("count", episodes.count());
        Episodes.Episode largest = episodes.largest();
        if (largest == null) {
            json.maybe("largest", null);
        } else {
            json.object("largest", () -> {
                json.text("from", largest.from().toString());
                json.text("to", largest.to().toString());
                json.whole("switches", largest.switches());
                json.whole("sessions", largest.sessions());
            });
        }
        json.flag("decisive", episodes.decisive());
    }
}
