package dev.stickcheck.lab;

/// Who balances: the lab itself, or a program that others make.
sealed interface Balancing {
    /// The embedded balancer.
    ///
    /// @param policy its first decision is made by this one
    /// @param retries whether a request that an instance did not answer is given to another one
    record Embedded(PolicyName name, Policy policy, boolean retries) implements Balancing {}

    /// A real one.
    record Real(RealPolicy policy) implements Balancing {}
}
