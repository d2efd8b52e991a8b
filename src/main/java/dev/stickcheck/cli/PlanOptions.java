package dev.stickcheck.cli;

import picocli.CommandLine.Model.CommandSpec;

/// The options of `stickcheck plan`: names and help here, their texts are read by `config`.
final class PlanOptions {
    private PlanOptions() {}

    /// Adds them to a command, in the order of the help.
    static void addTo(CommandSpec command) {
        one(command, "--max-stickiness-failures", "5%", "Limit of sessions that move without an accepted cause.");
        one(command, "--true-rate", "1%", "The rate that is expected in truth (a fifth of the limit).");
        one(
                command,
                "--power",
                "95%",
                "Probability of an answer. Default: 95% for sessions, 99.8% for a sound balancer's evenness, 90% for latency.");
        one(command, "--confidence", "95%", "One minus the probability of a wrong verdict.");
        one(command, "--instances", "WHICH", "3, or a,b,c, or a=7,b=2,c=1 with weights (3).");
        one(command, "--weights", "7,2,1", "The instances' weights, when their names do not matter.");
        one(command, "--max-imbalance", "30%", "Limit of the load's imbalance.");
        one(command, "--evenness", "WHAT", "variation or max-deviation: what is held against the limit (variation).");
        one(command, "--requests-per-session", "N", "Requests of a session (10).");
        one(command, "--rate", "N/s", "Requests a second (50), or unlimited.");
        one(command, "--concurrency", "N", "Sessions at a time (10).");
        one(command, "--latency", "D", "How long an answer takes; with it sessions may bound the time, not the rate.");
        one(command, "--think-time", "D", "Pause of a session between an answer and its next request (0).");
        command.addOption(MeasuringOptions.flag("--mechanism", "Also what makes sessions stick."));
        one(command, "--improvement", "15%", "Also a comparison: how much faster affinity is in truth.");
        one(command, "--beyond", "0%", "The gain that is to be shown at least (0: any).");
        one(command, "--latency-sd", "0.5", "Standard deviation of the logarithm of the latency.");
        one(command, "--deff", "1", "Design effect of the comparison's blocks.");
        one(command, "--budget", "60s|N", "What so much time, or so many requests, can decide.");
    }

    private static void one(CommandSpec command, String name, String label, String description) {
        command.addOption(MeasuringOptions.one(name, label, description));
    }
}
