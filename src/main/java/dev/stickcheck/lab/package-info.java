/// A policy and its parameters flow in; a cluster of instances behind a load balancer stands on loopback until it is
/// closed. Something true to aim at.
@NullMarked
package dev.stickcheck.lab;

import org.jspecify.annotations.NullMarked;
