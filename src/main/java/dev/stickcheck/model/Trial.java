package dev.stickcheck.model;

import java.util.List;

/// What a comparison measured, before anything is concluded from it.
///
/// @param blocks those that were completed in both arms, in the order in which they ran
/// @param planned how many there were to be
/// @param ending why it ended; with [Ending.Kind#COMPLETED] all planned blocks are there
public record Trial(Contrast contrast, List<Block> blocks, int planned, Ending ending) {
    public Trial {
        blocks = List.copyOf(blocks);
    }
}
