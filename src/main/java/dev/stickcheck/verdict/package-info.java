/// Thresholds and findings flow in; checks, a verdict and the sentence that says why flow out.
@NullMarked
package dev.stickcheck.verdict;

import org.jspecify.annotations.NullMarked;
