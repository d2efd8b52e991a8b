package dev.stickcheck.report;

import dev.stickcheck.model.Attribution;
import dev.stickcheck.model.Attribution.Estimate;
import dev.stickcheck.model.Episodes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The way back of [AttributionJson]. What is missing is unknown.
final class AttributionMembers {
    private AttributionMembers() {}

    static Attribution attribution(Members a) {
        Members rate = a.objectOrEmpty("switchRate");
        Members agreement = a.objectOrEmpty("agreement");
        Members kappa = a.objectOrEmpty("kappa");
        Members control = a.objectOrEmpty("control");
        Members shuffle = a.objectOrEmpty("shuffle");
        return new Attribution(
                a.count("sessions", 0),
                a.count("transitions", 0),
                new Attribution.SwitchRate(
                        rate.number("rate"),
                        rate.number("standardError"),
                        rate.interval("interval"),
                        rate.number("designEffect"),
                        rate.number("correlation")),
                new Attribution.Agreement(
                        agreement.number("home"),
                        agreement.number("modal"),
                        agreement.number("within"),
                        agreement.number("between")),
                new Attribution.Kappa(
                        estimate(kappa.objectOrEmpty("pair")),
                        estimate(kappa.objectOrEmpty("home")),
                        estimate(kappa.objectOrEmpty("adjacent")),
                        kappa.maybe("unknown")),
                new Attribution.Control(
                        control.count("requests", 0),
                        control.count("pseudoSessions", 0),
                        control.number("agreement"),
                        control.number("attributable"),
                        control.interval("interval"),
                        control.maybe("unknown")),
                new Attribution.Shuffle(
                        shuffle.number("pValue"),
                        shuffle.has("permutations") ? shuffle.small("permutations") : 0,
                        shuffle.count("sessions", 0),
                        shuffle.count("rounds", 0),
                        shuffle.maybe("unknown")),
                a.number("failureRateByChance"));
    }

    private static @Nullable Estimate estimate(Members estimate) {
        Double value = estimate.number("value");
        return value == null ? null : new Estimate(value, estimate.number("standardError"));
    }

    static Episodes episodes(Members e) {
        return new Episodes(
                e.count("count", 0), e.has("largest") ? episode(e.object("largest")) : null, e.flag("decisive", false));
    }

    private static Episodes.Episode episode(Members e) {
        return new Episodes.Episode(
                e.meant("from", AttributionMembers::instant, "a moment such as 2026-11-23T12:00:00Z"),
                e.meant("to", AttributionMembers::instant, "a moment such as 2026-11-23T12:00:00Z"),
                e.count("switches"),
                e.count("sessions"));
    }

    static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
