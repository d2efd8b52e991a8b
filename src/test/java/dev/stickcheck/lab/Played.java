package dev.stickcheck.lab;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// A policy played through a sequence of arrivals, without a socket.
final class Played {
    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private Played() {}

    static Arrival from(String address, String... cookieHeaders) {
        return new Arrival(
                InetAddress.ofLiteral(address), new RequestCookies(List.of(cookieHeaders)), -1, Load.NONE, NOON);
    }

    /// Someone whose connection was sent to an instance before.
    static Arrival at(int home) {
        return new Arrival(LOOPBACK, new RequestCookies(List.of()), home, Load.NONE, NOON);
    }

    /// Someone who comes while the instances have so many requests under way.
    static Arrival whileBusy(int... underWay) {
        return new Arrival(LOOPBACK, new RequestCookies(List.of()), -1, instance -> underWay[instance], NOON);
    }

    /// Someone who brings these cookies so long after noon.
    static Arrival later(Duration after, String cookieHeader) {
        return new Arrival(LOOPBACK, new RequestCookies(List.of(cookieHeader)), -1, Load.NONE, NOON.plus(after));
    }

    static Arrival anyone() {
        return from("127.0.0.1");
    }

    static RandomGenerator seeded(long seed) {
        return new SplittableRandom(seed);
    }

    static List<Decision> decisions(Policy first, Table table, long seed, int count, IntFunction<Arrival> arrivals) {
        RandomGenerator random = seeded(seed);
        List<Decision> decisions = new ArrayList<>();
        Policy policy = first;
        for (int i = 0; i < count; i++) {
            Policy.Turn turn = policy.turn(arrivals.apply(i), table, random);
            decisions.add(turn.decision());
            policy = turn.next();
        }
        return decisions;
    }

    static List<Integer> instances(Policy first, Table table, long seed, int count, IntFunction<Arrival> arrivals) {
        return decisions(first, table, seed, count, arrivals).stream()
                .map(Played::instance)
                .toList();
    }

    /// The instance that a decision forwards to, -1 when it forwards to none.
    static int instance(Decision decision) {
        return switch (decision) {
            case Decision.Forward forward -> forward.instance();
            case Decision.Unavailable unavailable -> -1;
        };
    }

    static long[] counts(List<Integer> instances, int size) {
        long[] counts = new long[size];
        instances.forEach(instance -> counts[instance]++);
        return counts;
    }

    /// How many standard deviations of a binomial lie between what was counted and what was expected.
    static double deviations(long counted, long n, double p) {
        return Math.abs(counted - n * p) / Math.sqrt(n * p * (1 - p));
    }
}
