/// The values that every room speaks: what to measure ([Plan]), what one request met ([Observation]), and what the
/// whole run came to ([Result]). Nothing flows in but the JDK's own values; everything flows out as immutable records.
@NullMarked
package dev.stickcheck.model;

import org.jspecify.annotations.NullMarked;
