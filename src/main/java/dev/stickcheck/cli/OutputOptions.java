package dev.stickcheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Where the answer goes.
final class OutputOptions {
    @Option(
            names = "--report",
            paramLabel = "PATH",
            description =
                    "Writes the result by the path's extension: .json, .md, .xml (JUnit), .prom (OpenMetrics), or the observations as .csv; repeatable.")
    List<String> reports = List.of();

    @Option(names = "--observations", paramLabel = "PATH", description = "Writes a line a request: .jsonl or .csv.")
    String observations = "";

    @Option(names = "--json", description = "The result as JSON on stdout, and nothing else there.")
    boolean json;

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    boolean quiet;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            completionCandidates = Colors.class,
            description = "auto, always or never (auto; NO_COLOR is honoured).")
    String color = "auto";

    @Option(names = "--verbose", description = "Shows where an unexpected failure comes from.")
    boolean verbose;

    /// Takes what the command line and a configuration file say together.
    void take(Map<String, List<String>> options) {
        reports = options.getOrDefault("report", List.of());
        json = options.containsKey("json");
        quiet = options.containsKey("quiet");
        color = options.getOrDefault("color", List.of(color)).getLast();
    }

    /// What a shell offers.
    static final class Colors extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Colors() {
            super(List.of("auto", "always", "never"));
        }
    }
}
