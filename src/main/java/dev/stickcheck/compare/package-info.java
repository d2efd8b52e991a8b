/// Instructions for a comparison flow in; what Gatling measured in a process of its own flows out as observations while
/// it runs, and as a [dev.stickcheck.model.Trial] at its end. `simulations` is the other end of the pipe: it reads
/// [dev.stickcheck.compare.Instructions] and writes [dev.stickcheck.compare.Event]s.
@NullMarked
package dev.stickcheck.compare;

import org.jspecify.annotations.NullMarked;
