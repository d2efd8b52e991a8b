package dev.stickcheck.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Where the answer goes, and what was seen on the way to it.
final class OutputOptions extends AnswerOptions {
    @Option(names = "--observations", paramLabel = "PATH", description = "Writes a line a request: .jsonl or .csv.")
    String observations = "";

    /// Takes what the command line and a configuration file say together.
    void take(Map<String, List<String>> options) {
        reports = options.getOrDefault("report", List.of());
        json = options.containsKey("json");
        quiet = options.containsKey("quiet");
        color = options.getOrDefault("color", List.of(color)).getLast();
    }
}
