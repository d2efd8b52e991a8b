package dev.stickcheck.compare;

import dev.stickcheck.model.Answered;
import dev.stickcheck.model.Arm;
import dev.stickcheck.model.Block;
import dev.stickcheck.model.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Makes blocks of events, and counts what tells whether the measurement leads anywhere.
final class Collector {
    private final Timetable timetable;
    private final Consumer<Observation> observer;
    private final Launches launches = new Launches();
    private final Map<Arm, Doubt> doubts = Map.of(Arm.ON, new Doubt(), Arm.OFF, new Doubt());
    private final Bucket[] buckets;
    private final boolean[] over;
    private final Map<Integer, Block> blocks = new HashMap<>();

    Collector(Timetable timetable, SplittableRandom random, Consumer<Observation> observer) {
        this.timetable = timetable;
        this.observer = observer;
        this.buckets = new Bucket[timetable.turns().size()];
        this.over = new boolean[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new Bucket(random.split());
        }
    }

    void asked(Event.Asked asked) {
        Turn turn = timetable.turns().get(asked.turn());
        if (asked.measured()) {
            buckets[asked.turn()].add(asked);
        }
        doubt(asked.arm()).see(asked);
        Observation observation = launches.observe(asked, turn.warmUp());
        if (observation != null) {
            observer.accept(observation);
        }
    }

    private Doubt doubt(Arm arm) {
        Doubt doubt = doubts.get(arm);
        if (doubt == null) {
            throw new IllegalStateException("a comparison has no arm " + arm);
        }
        return doubt;
    }

    void turnOver(int turn) {
        over[turn] = true;
        List<Turn> turns = timetable.turns();
        int block = turns.get(turn).block();
        int other = turn + 1 < turns.size() && turns.get(turn + 1).block() == block ? turn + 1 : turn - 1;
        if (block >= 0 && over[other]) {
            blocks.put(block, block(Math.min(turn, other)));
        }
    }

    private Block block(int turn) {
        Turn first = timetable.turns().get(turn);
        boolean onFirst = first.arm() == Arm.ON;
        return new Block(
                first.block(),
                first.arm(),
                buckets[onFirst ? turn : turn + 1].sample(),
                buckets[onFirst ? turn + 1 : turn].sample());
    }

    /// The blocks that are complete, in the order in which they ran.
    List<Block> blocks() {
        List<Block> complete = new ArrayList<>();
        for (int number = 0; number < timetable.blocks(); number++) {
            Block block = blocks.get(number);
            if (block != null) {
                complete.add(block);
            }
        }
        return complete;
    }

    /// How the requests of an arm have fared, those of the warm-up too.
    Answered answered(Arm arm) {
        return doubt(arm).answered();
    }
}
