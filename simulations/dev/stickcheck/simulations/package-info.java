/// Gatling simulations: each drives a target with virtual users and can be run by Gatling's own Maven plugin.
@NullMarked
package dev.stickcheck.simulations;

import org.jspecify.annotations.NullMarked;
