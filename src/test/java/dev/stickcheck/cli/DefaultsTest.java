package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.config.PlanReader;
import dev.stickcheck.model.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {
    @Test
    void sayWhatNothingSaid() {
        assertThat(Defaults.of(plan(Map.of())))
                .containsEntry("requests-per-session", "10")
                .containsEntry("rate", "50/s")
                .containsEntry("think-time", "0s")
                .containsEntry("instance-from", "header:X-Instance-ID")
                .containsEntry("max-stickiness-failures", "5%")
                .containsEntry("confidence", "95%");
    }

    @Test
    void giveTheSamePlanWhenTheyAreSaid() {
        Plan nothingSaid = plan(Map.of());

        assertThat(plan(Defaults.of(nothingSaid))).isEqualTo(nothingSaid);
    }

    @Test
    void giveTheSamePlanWhateverWasSaid() {
        Plan said = plan(Map.ofEntries(
                Map.entry("requests-per-session", "7"),
                Map.entry("concurrency", "200"),
                Map.entry("rate", "unlimited"),
                Map.entry("think-time", "1500ms"),
                Map.entry("timeout", "2m"),
                Map.entry("expect", "spread"),
                Map.entry("cookies", "drop"),
                Map.entry("connections", "per-session"),
                Map.entry("max-stickiness-failures", "0.125%"),
                Map.entry("max-imbalance", "150%"),
                Map.entry("evenness", "max-deviation"),
                Map.entry("max-errors", "0"),
                Map.entry("confidence", "99.9%")));

        assertThat(plan(Defaults.of(said))).isEqualTo(said);
        Plan slow = plan(Map.of("rate", "90/m", "timeout", "250ms"));
        assertThat(plan(Defaults.of(slow))).isEqualTo(slow);
    }

    @Test
    void areToldInTheResult() {
        Command command = Command.run(
                "probe", "lab:cookie", "--sessions", "2", "--expect", "any", "--rate", "1000", "--quiet", "--json");

        assertThat(command.json().text("/options/rate")).isEqualTo("1000");
        assertThat(command.json().text("/options/timeout")).isEqualTo("10s");
        assertThat(command.json().text("/options/connections")).isEqualTo("pooled");
    }

    private static Plan plan(Map<String, String> said) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        said.forEach((name, value) -> options.put(name, List.of(value)));
        return PlanReader.read("http://127.0.0.1:1/", options, 7).plan();
    }
}
