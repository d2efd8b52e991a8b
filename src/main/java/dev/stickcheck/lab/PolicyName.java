package dev.stickcheck.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The policies that a lab can be asked for, by the names that users write.
enum PolicyName {
    ROUND_ROBIN("round-robin", "the next instance, by weight", Trait.WEIGHTS),
    RANDOM("random", "an instance drawn by weight", Trait.WEIGHTS),
    LEAST_CONNECTIONS("least-connections", "the instance with the fewest requests under way", Trait.WEIGHTS),
    IP_HASH(
            "ip-hash",
            "the client's network, its first three octets; emulates nginx's ip_hash",
            Trait.WEIGHTS,
            Trait.PIN),
    CONSISTENT_HASH("consistent-hash", "the client's whole address, on a ring", Trait.WEIGHTS, Trait.PIN),
    COOKIE("cookie", "an inserted session cookie", Trait.WEIGHTS, Trait.PIN, Trait.MEMORY, Trait.COOKIE),
    ALB(
            "alb",
            "AWSALB and AWSALBCORS; emulates an AWS Application Load Balancer",
            Trait.WEIGHTS,
            Trait.PIN,
            Trait.MEMORY,
            Trait.COOKIE),
    CLOUDFLARE(
            "cloudflare",
            "__cflb; emulates Cloudflare Load Balancing",
            Trait.WEIGHTS,
            Trait.PIN,
            Trait.MEMORY,
            Trait.COOKIE,
            Trait.FAILOVER),
    RAILWAY("railway", "random, never sticky; emulates Railway's replicas"),
    REDIRECT("redirect", "the application redirects, by a hash of session_id", Trait.PIN, Trait.MEMORY, Trait.COOKIE),
    CONNECTION("connection", "a connection stays on its instance", Trait.WEIGHTS, Trait.PIN, Trait.MEMORY);

    private static final String EMULATES = "; emulates ";

    private final String written;
    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Trait> traits;

    PolicyName(String written, String what, Trait... traits) {
        this.written = written;
        this.what = what;
        this.traits = Set.of(traits);
    }

    /// The policy that this name stands for.
    ///
    /// @throws LabProblem when there is none
    static PolicyName named(String text) {
        int at = names().indexOf(text);
        if (at < 0) {
            List<String> all = new ArrayList<>(names());
            all.addAll(RealPolicy.names());
            throw LabProblem.usage(NearestNames.explain("lab policy", text, all));
        }
        return values()[at];
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(PolicyName::written).toList();
    }

    String written() {
        return written;
    }

    /// What chooses the instance, for the help.
    String what() {
        return what;
    }

    /// The product that it imitates and is not, or nothing.
    String product() {
        int at = what.indexOf(EMULATES);
        return at < 0 ? "" : what.substring(at + EMULATES.length());
    }

    boolean has(Trait trait) {
        return trait == Trait.ANY || traits.contains(trait);
    }

    /// Whether a parameter makes sense for it.
    boolean takes(LabParameter parameter) {
        return has(parameter.needs());
    }
}
