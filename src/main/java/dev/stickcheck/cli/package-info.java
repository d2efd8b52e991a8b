/// Arguments flow in; stdout, stderr and an exit code flow out. The only reader of arguments and writer of the two
/// streams; nothing imports it.
@NullMarked
package dev.stickcheck.cli;

import org.jspecify.annotations.NullMarked;
