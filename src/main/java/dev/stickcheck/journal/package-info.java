/// Observations flow in and lines of `.jsonl` or `.csv` flow out, and back.
@NullMarked
package dev.stickcheck.journal;

import org.jspecify.annotations.NullMarked;
