package dev.stickcheck.cli;

import dev.stickcheck.model.InstanceSource;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Schedule;
import dev.stickcheck.model.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a plan holds of every option that has a default, as the command line would say it: another version may have
/// other defaults, and a repetition needs those of this run.
final class Defaults {
    private Defaults() {}

    /// By name without dashes.
    static Map<String, String> of(Plan plan) {
        Map<String, String> options = new LinkedHashMap<>();
        Schedule schedule = plan.schedule();
        options.put("requests-per-session", Integer.toString(schedule.requestsPerSession()));
        options.put("concurrency", Integer.toString(schedule.concurrency()));
        options.put("rate", rate(schedule.rate()));
        options.put("think-time", duration(schedule.thinkTime()));
        options.put("timeout", duration(schedule.timeout()));
        options.put("expect", word(plan.expectation()));
        if (plan.instanceSource().equals(InstanceSource.standard())) {
            options.put("instance-from", "header:X-Instance-ID");
        }
        options.put("cookies", plan.network().keepCookies() ? "keep" : "drop");
        options.put("connections", word(plan.network().connections()));
        Thresholds thresholds = plan.thresholds();
        options.put("max-stickiness-failures", percent(thresholds.maxStickinessFailures()));
        options.put("max-imbalance", percent(thresholds.maxImbalance()));
        options.put("evenness", word(thresholds.evenness()));
        options.put("max-errors", percent(thresholds.maxErrors()));
        options.put("confidence", percent(thresholds.confidence()));
        return options;
    }

    private static String rate(double perSecond) {
        return Double.isInfinite(perSecond) ? "unlimited" : plain(BigDecimal.valueOf(perSecond)) + "/s";
    }

    private static String duration(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9);
        boolean whole = seconds.stripTrailingZeros().scale() <= 0;
        return whole ? plain(seconds) + "s" : plain(seconds.movePointRight(3)) + "ms";
    }

    private static String percent(double fraction) {
        return plain(BigDecimal.valueOf(fraction).movePointRight(2)) + "%";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
