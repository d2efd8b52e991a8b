package dev.stickcheck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options that every measuring command shares. Here they have names and help; their texts are read by `config`,
/// which tells everything that is wrong with them at once.
final class MeasuringOptions {
    private MeasuringOptions() {}

    /// Adds them to a command, in the order of the help.
    static void addTo(CommandSpec command) {
        command.addOption(
                one(
                        "--sessions",
                        "N",
                        "Exactly N sessions and nothing else; without it, as many as certainty takes (at most 1,000), mixed with sessions of one request."));
        command.addOption(one("--requests-per-session", "N", "Requests of a session (10)."));
        command.addOption(one("--concurrency", "N", "The most sessions at a time (10)."));
        command.addOption(one("--rate", "N/s", "The most requests a second (50), or unlimited."));
        command.addOption(one("--think-time", "D", "Pause of a session between an answer and its next request (0)."));
        command.addOption(one("--timeout", "D", "Bound on one request: connecting, the answer, its body (10s)."));
        command.addOption(one("--duration", "D", "Ends the run after this time."));
        command.addOption(one("--max-requests", "N", "Ends the run after so many requests."));
        command.addOption(
                choice(
                        "--expect",
                        "WHAT",
                        List.of("sticky", "spread", "any"),
                        "sticky (stickiness and evenness are gated), spread (evenness of all requests is) or any (neither is). Default: sticky."));
        command.addOption(
                one(
                        "--instances",
                        "WHICH",
                        "The instances behind the balancer: 3, or a,b,c, or a=7,b=2,c=1 with weights. Without it: those that are seen."));
        command.addOption(
                one(
                        "--instance-from",
                        "WHERE",
                        "header:NAME, header:NAME:/REGEX/, cookie:NAME, json:/POINTER or body:/REGEX/. Default: header:X-Instance-ID."));
        command.addOption(choice(
                "--cookies", "keep|drop", List.of("keep", "drop"), "Whether a session keeps its cookies (keep)."));
        command.addOption(choice(
                "--connections",
                "HOW",
                List.of("pooled", "per-session", "fresh"),
                "pooled, per-session or fresh (a connection a request, as WebSockets always are). Default: pooled."));
        command.addOption(one("--source-address", "A,B,…", "Local addresses that sessions use in turn."));
        command.addOption(
                many("--header", "'K: V'", "A header of every request; never printed, never sent to another origin."));
        command.addOption(many("--header-file", "F", "Headers from a file, a line each."));
        command.addOption(one("--method", "M", "GET when nothing else is said."));
        command.addOption(one("--body", "TEXT", "Sent with every request."));
        command.addOption(choice(
                "--http", "1.1|2", List.of("1.1", "2"), "Default: 1.1 over http, what ALPN agrees on over https."));
        command.addOption(flag("--insecure", "Trusts any server certificate."));
        command.addOption(one("--ca-file", "F", "Certificate authorities (PEM) to trust instead of the system's."));
        command.addOption(one("--proxy", "HOST:PORT", "An HTTP proxy on the way."));
        command.addOption(
                many("--resolve", "HOST:PORT:ADDRESS", "An address for a host name, whatever the port; repeatable."));
        command.addOption(
                one("--max-stickiness-failures", "5%", "Limit of sessions that move without an accepted cause."));
        command.addOption(
                many(
                        "--accept",
                        "CAUSES",
                        "Causes of moves that are not to count as failures: rebalance, retry, client-lost-cookie; with commas, or repeatable."));
        command.addOption(one("--max-imbalance", "30%", "Limit of the load's imbalance, by --evenness."));
        command.addOption(
                one(
                        "--evenness",
                        "WHAT",
                        "variation or max-deviation (the worst instance's, stricter): what is held against --max-imbalance (variation)."));
        command.addOption(one("--max-errors", "1%", "Limit of failed requests."));
        command.addOption(
                one("--max-p95", "D", "Limit of the 95th percentile of the response time; not checked without it."));
        command.addOption(one("--confidence", "95%", "One minus the probability of a wrong verdict."));
        command.addOption(one("--seed", "N", "Of every random choice; drawn and told when not given."));
        command.addOption(flag("--complete", "Goes on after a check has failed, until the others are decided."));
        command.addOption(one(
                "--ttl-search",
                "D",
                "At first lets sessions idle, at most so long, to find the silence that affinity outlasts."));
        command.addOption(flag("--no-control", "No sessions of one request are mixed in."));
    }

    static OptionSpec one(String name, String label, String description) {
        return valued(name, label, description).type(String.class).build();
    }

    /// @param words what a shell offers
    private static OptionSpec choice(String name, String label, List<String> words, String description) {
        return valued(name, label, description)
                .type(String.class)
                .completionCandidates(words)
                .build();
    }

    private static OptionSpec many(String name, String label, String description) {
        return valued(name, label, description)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build();
    }

    // picocli formats descriptions, so a percent sign is written twice there.
    private static OptionSpec.Builder valued(String name, String label, String description) {
        return OptionSpec.builder(name).arity("1").paramLabel(label).description(description.replace("%", "%%"));
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build();
    }

    /// The options that were given, by name without dashes; a flag has no value.
    static Map<String, List<String>> given(ParseResult parsed) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            boolean flag = option.arity().max() == 0;
            given.put(option.longestName().substring(2), flag ? List.of() : List.copyOf(option.originalStringValues()));
        }
        return given;
    }
}
