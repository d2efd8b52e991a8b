package dev.stickcheck.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// What each instance should get of the assignments when some were not there all the time: while one is away,
/// the others share what would have been its part (docs/decisions/0022).
final class Exposure {
    private final double[] shares;
    /// Places of the instances that were there for half of the run at least: of the others too little is seen.
    private final int[] judged;

    private Exposure(double[] shares, int[] judged) {
        this.shares = shares;
        this.judged = judged;
    }

    /// @param planned shares of instances that are always there
    /// @param absences of instances by place
    static Exposure of(double[] planned, List<Absence> absences, long assignments) {
        if (absences.isEmpty() || assignments == 0) {
            return new Exposure(planned, IntStream.range(0, planned.length).toArray());
        }
        long[] cuts = LongStream.concat(
                        LongStream.of(0, assignments),
                        absences.stream().flatMapToLong(absence -> LongStream.of(absence.from(), absence.to())))
                .filter(cut -> cut <= assignments)
                .sorted()
                .distinct()
                .toArray();
        double[] shares = new double[planned.length];
        for (int i = 1; i < cuts.length; i++) {
            add(shares, planned, absences, cuts[i - 1], cuts[i], assignments);
        }
        int[] judged = IntStream.range(0, planned.length)
                .filter(place -> shares[place] >= planned[place] / 2)
                .toArray();
        return new Exposure(shares, judged);
    }

    private static void add(
            double[] shares, double[] planned, List<Absence> absences, long from, long to, long assignments) {
        boolean[] away = new boolean[planned.length];
        for (Absence absence : absences) {
            if (absence.from() <= from && absence.to() >= to) {
                away[absence.instance()] = true;
            }
        }
        double there = 0;
        for (int i = 0; i < planned.length; i++) {
            there += away[i] ? 0 : planned[i];
        }
        for (int i = 0; i < planned.length; i++) {
            if (!away[i]) {
                shares[i] += planned[i] / there * (to - from) / assignments;
            }
        }
    }

    /// The share of all assignments that the instance at a place should get.
    double share(int place) {
        return shares[place];
    }

    /// The counts of those that are judged.
    long[] judged(long[] counts) {
        return Arrays.stream(judged).mapToLong(place -> counts[place]).toArray();
    }

    /// Shares of the judged ones among themselves, summing to 1.
    double[] judgedShares() {
        double sum = Arrays.stream(judged).mapToDouble(place -> shares[place]).sum();
        return Arrays.stream(judged).mapToDouble(place -> shares[place] / sum).toArray();
    }
}
