package dev.stickcheck.lab;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Makes the policy that a name and its parameters stand for, before its first decision.
final class PolicyMaker {
    private static final Duration SHORTEST_TTL = Duration.ofSeconds(1);
    private static final Duration LONGEST_TTL = Duration.ofDays(7);

    private final PolicyName name;
    private final Parameters parameters;
    private final Table table;
    private final long seed;

    PolicyMaker(PolicyName name, Parameters parameters, Table table, long seed) {
        this.name = name;
        this.parameters = parameters;
        this.table = table;
        this.seed = seed;
    }

    /// @throws LabProblem when a parameter makes no sense
    Policy policy() {
        Policy policy = promised();
        // An application that redirects decides for itself, and breaks its promises itself.
        if (name == PolicyName.REDIRECT) {
            return policy;
        }
        double losePin = losePin();
        double misroute = misroute();
        policy = losePin > 0 ? new LosingPins(policy, losePin) : policy;
        policy = misroute > 0 ? new Misrouting(policy, misroute) : policy;
        CookieDefect defect = defect();
        return defect == null ? policy : new DefectiveCookie(policy, defect);
    }

    private Policy promised() {
        Rotation rotation = Rotation.over(table.size());
        return switch (name) {
            case ROUND_ROBIN, REDIRECT -> new RoundRobin(rotation);
            case RANDOM, RAILWAY -> new WeightedRandom();
            case LEAST_CONNECTIONS -> new LeastConnections(rotation);
            case IP_HASH -> new AddressHash(rotation);
            case CONSISTENT_HASH -> new ConsistentHash(Ring.of(table));
            case COOKIE ->
                new InsertedCookie(
                        PinCodes.of(table.size(), seed),
                        parameters.given("cookie-ttl") ? ttl(LONGEST_TTL) : null,
                        rotation);
            case ALB -> new AwsLoadBalancer(SealedPins.of(seed), ttl(Duration.ofDays(1)), rotation);
            case CLOUDFLARE -> new Cloudflare(SealedPins.of(seed), ttl(Duration.ofHours(23)), failover());
            case CONNECTION -> new StickyConnection(rotation);
        };
    }

    /// What an instance's application does by itself: only the redirecting one does anything.
    ///
    /// @throws LabProblem when a parameter makes no sense
    SessionRedirect redirect() {
        double misroute = misroute();
        double most = 1 - 1.0 / table.size();
        if (misroute > most) {
            throw LabProblem.usage("misroute can be at most " + (int) (most * 100) + "% where " + table.size()
                    + " instances redirect: a request that lands on the right one by itself stays");
        }
        return new SessionRedirect(table.size(), ttl(Duration.ofHours(1)), misroute, losePin(), defect());
    }

    /// Whether a request that an instance did not answer is given to another one.
    boolean retries() {
        return name == PolicyName.CLOUDFLARE && failover() != Cloudflare.Failover.NONE;
    }

    private double misroute() {
        double share = parameters.share("misroute", 0);
        if (share > 0 && table.size() == 1) {
            throw LabProblem.usage("misroute needs another instance to send requests to: give at least instances=2");
        }
        return share;
    }

    private double losePin() {
        return parameters.share("lose-pin", 0);
    }

    private Duration ttl(Duration otherwise) {
        return parameters.duration("cookie-ttl", otherwise, SHORTEST_TTL, LONGEST_TTL);
    }

    /// What is wrong with every cookie, or null.
    @Nullable
    CookieDefect defect() {
        return parameters.choice("drop-cookie", CookieDefect.class);
    }

    private Cloudflare.Failover failover() {
        Cloudflare.Failover given = parameters.choice("failover", Cloudflare.Failover.class);
        return given == null ? Cloudflare.Failover.NONE : given;
    }
}
