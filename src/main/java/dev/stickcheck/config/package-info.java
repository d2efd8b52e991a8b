/// Strings of the command line and of a configuration file flow in; a `Plan`, or every problem at once, flows out.
@NullMarked
package dev.stickcheck.config;

import org.jspecify.annotations.NullMarked;
