package dev.stickcheck.lab;

import java.util.random.RandomGenerator;

/// The instance with the fewest requests under way for its weight gets the next one; ties rotate, as in nginx's
/// `least_conn`. Nothing sticks.
record LeastConnections(Rotation rotation) implements Policy {
    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        int least = least(arrival.load(), table);
        if (least < 0) {
            return new Turn(new Decision.Unavailable(), this);
        }
        Rotation.Step step = rotation.stepAmong(table, instance -> !busier(instance, least, arrival.load(), table));
        return new Turn(Decision.Forward.fresh(step.instance()), new LeastConnections(step.next()));
    }

    private static int least(Load load, Table table) {
        int least = -1;
        for (int i = 0; i < table.size(); i++) {
            if (table.peer(i).takesNew() && (least < 0 || busier(least, i, load, table))) {
                least = i;
            }
        }
        return least;
    }

    /// Whether a/weight(a) > b/weight(b), without a division.
    private static boolean busier(int a, int b, Load load, Table table) {
        return (long) load.underWay(a) * table.peer(b).weight()
                > (long) load.underWay(b) * table.peer(a).weight();
    }
}
