/// A plan flows in and observations flow out, as they are made. When to stop comes in as a function: what is measured
/// does not know how it will be judged.
@NullMarked
package dev.stickcheck.probe;

import org.jspecify.annotations.NullMarked;
