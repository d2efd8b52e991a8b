/// A result flows in; one format flows out of each renderer. Nothing of a target reaches an output unescaped.
@NullMarked
package dev.stickcheck.report;

import org.jspecify.annotations.NullMarked;
