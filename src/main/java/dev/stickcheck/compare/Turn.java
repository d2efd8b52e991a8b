package dev.stickcheck.compare;

import dev.stickcheck.model.Arm;

/// A stretch of time in which one arm is asked. Times are nanoseconds since the first turn began.
///
/// @param block of the block that it belongs to; negative: warm-up, nothing counts
/// @param counts what is sent before is wash-out: the other arm's last answers may still be on their way
/// @param end nothing is sent from here on
public record Turn(int block, Arm arm, long start, long counts, long end) {
    /// Whether a request sent (or to be sent) at this time is measured.
    public boolean measures(long time) {
        return block >= 0 && time >= counts && time < end;
    }

    public boolean warmUp() {
        return block < 0;
    }
}
