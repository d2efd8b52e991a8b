/// Gatling simulations: each drives a target with virtual users and can be run by Gatling's own Maven plugin.
///
/// [ComparisonSimulation] is what `stickcheck compare` runs in a process of its own ([GatlingMain]): instructions
/// flow in, events flow out. A [Journey] says what a session asks; teams write their own.
@NullMarked
package dev.stickcheck.simulations;

import org.jspecify.annotations.NullMarked;
