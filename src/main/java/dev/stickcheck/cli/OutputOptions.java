package dev.stickcheck.cli;

import java.util.List;
import picocli.CommandLine.Option;

/// Where the answer goes.
final class OutputOptions {
    @Option(
            names = "--report",
            paramLabel = "PATH",
            description = "Writes the result by the path's extension: .json, .xml (JUnit) or .md; repeatable.")
    List<String> reports = List.of();

    @Option(names = "--observations", paramLabel = "PATH", description = "Writes a line a request: .jsonl or .csv.")
    String observations = "";

    @Option(names = "--json", description = "The result as JSON on stdout, and nothing else there.")
    boolean json;

    @Option(names = "--quiet", description = "Says nothing but what is wrong.")
    boolean quiet;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never (auto; NO_COLOR is honoured).")
    String color = "auto";

    @Option(names = "--verbose", description = "Shows where an unexpected failure comes from.")
    boolean verbose;
}
