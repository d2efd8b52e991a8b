package dev.stickcheck.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// What a comparison alone can be told. `config` reads the texts; here are names and help.
final class CompareOptions {
    /// Options of a measurement that mean nothing when two arms are compared.
    private static final Set<String> WITHOUT = Set.of(
            "--sessions",
            "--max-requests",
            "--cookies",
            "--complete",
            "--no-control",
            "--expect",
            "--duration",
            "--ttl-search");

    @Option(names = "--on", paramLabel = "TARGET", description = "The target with affinity.")
    String on = "";

    @Option(names = "--off", paramLabel = "TARGET", description = "The target without.")
    String off = "";

    @Option(
            names = "--aa",
            description = "Both arms are the same, without affinity: shows how small a difference can be told here.")
    boolean same;

    @Option(
            names = "--toggle-on",
            paramLabel = "CMD",
            description = "A shell command that switches affinity on in the target, run before the on arm's turns.")
    String toggleOn = "";

    @Option(names = "--toggle-off", paramLabel = "CMD", description = "A shell command that switches it off.")
    String toggleOff = "";

    @Option(
            names = "--duration",
            paramLabel = "D",
            description =
                    "Of all, warm-up included; a quarter of it warms up (at least 5s, at most 30s). Without it, as long as 20 blocks of 100 requests an arm take.")
    String duration = "";

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "The most blocks, each with both arms (20). A verdict needs 10.")
    String blocks = "";

    @Option(
            names = "--journey",
            paramLabel = "CLASS",
            description = "What a session asks: a class that extends dev.stickcheck.simulations.Journey.")
    String journey = "";

    @Option(
            names = "--journey-path",
            paramLabel = "PATH",
            description =
                    "Where that class is: a jar, a folder of classes, or Java sources (a file or a folder); repeatable.")
    List<String> journeyPath = List.of();

    @Option(
            names = "--application",
            paramLabel = "WHAT",
            description = "What no measurement can know, such as stateless,no-websocket,shared-database.")
    String application = "";

    @Option(
            names = "--min-improvement",
            paramLabel = "15%",
            description = "Fails unless p50 or p95 is surely better by so much with affinity.")
    String minImprovement = "";

    @Option(
            names = "--gatling-reports",
            paramLabel = "FOLDER",
            description = "Where Gatling's own HTML report goes (reports/gatling).")
    String gatlingReports = "reports/gatling";

    /// Takes what the command line and a configuration file say together.
    void take(Map<String, List<String>> options) {
        on = last(options, "on", on);
        off = last(options, "off", off);
        toggleOn = last(options, "toggle-on", toggleOn);
        toggleOff = last(options, "toggle-off", toggleOff);
        journeyPath = options.getOrDefault("journey-path", List.of());
        gatlingReports = last(options, "gatling-reports", gatlingReports);
    }

    private static String last(Map<String, List<String>> options, String name, String otherwise) {
        return options.getOrDefault(name, List.of(otherwise)).getLast();
    }

    /// Adds the options that every measuring command shares, as far as they mean something here.
    static void addShared(CommandSpec command) {
        CommandSpec shared = CommandSpec.create();
        MeasuringOptions.addTo(shared);
        shared.options().stream()
                .filter(option -> !WITHOUT.contains(option.longestName()))
                .forEach(command::addOption);
    }
}
