/// A policy and its parameters flow in; a cluster of instances behind a load balancer stands on loopback until it is
/// closed. Something true to aim at.
///
/// Start reading at [Lab], then [Cluster], which puts the parts together, and [Policy]: a new policy is a record beside
/// [RoundRobin] and a name in [PolicyName].
@NullMarked
package dev.stickcheck.lab;

import org.jspecify.annotations.NullMarked;
