package dev.stickcheck.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// How an answer is given, whatever it comes from.
class AnswerOptions {
    @Option(
            names = "--report",
            paramLabel = "PATH",
            description =
                    "Writes the result by the path's extension: .html, .json, .md, .xml (JUnit), .prom (OpenMetrics), or the observations as .csv; repeatable.")
    List<String> reports = List.of();

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

    /// What a shell offers.
    static final class Colors extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Colors() {
            super(List.of("auto", "always", "never"));
        }
    }
}
