/// Sequential tests, intervals, evenness, moves. Observations flow in, findings flow out. The only room that imports
/// Commons Math and Commons Statistics.
@NullMarked
package dev.stickcheck.statistics;

import org.jspecify.annotations.NullMarked;
