package dev.stickcheck.lab;

import java.util.random.RandomGenerator;

/// How a balancer chooses: a value that decides about one arrival and says what it will be for the next.
///
/// What a policy remembers (whose turn it is) is part of the value, so that a decision depends on nothing else.
sealed interface Policy
        permits AddressHash,
                AwsLoadBalancer,
                Cloudflare,
                ConsistentHash,
                DefectiveCookie,
                InsertedCookie,
                LeastConnections,
                LosingPins,
                Misrouting,
                RoundRobin,
                StickyConnection,
                WeightedRandom {
    /// Decides about one arrival.
    Turn turn(Arrival arrival, Table table, RandomGenerator random);

    /// One decision, and the policy that takes the next.
    record Turn(Decision decision, Policy next) {}
}
