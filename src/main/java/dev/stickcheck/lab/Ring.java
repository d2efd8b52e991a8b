package dev.stickcheck.lab;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// A ring of points that instances own: a key belongs to the owner of the first point at or after its hash.
///
/// Points are made as ketama makes them: 160 an instance on average, four from each MD5 of the instance's name and a
/// number, in proportion to the weights. Who leaves takes only its own keys along.
final class Ring {
    private static final int DIGESTS_AN_INSTANCE = 40;

    /// A point in the upper half (its hash, unsigned), its owner in the lower.
    private final long[] points;

    private Ring(long[] points) {
        this.points = points;
    }

    static Ring of(Table table) {
        int digests = DIGESTS_AN_INSTANCE * table.size();
        long[] points = new long[4 * (digests + table.size())];
        int count = 0;
        for (int owner = 0; owner < table.size(); owner++) {
            Peer peer = table.peer(owner);
            int share = Math.max(1, Math.toIntExact((long) digests * peer.weight() / table.totalWeight()));
            for (int number = 0; number < share; number++) {
                byte[] digest = Md5.of(peer.name() + "-" + number);
                for (int part = 0; part < 4; part++) {
                    points[count++] = (hash(digest, part) << 32) | owner;
                }
            }
        }
        long[] ring = Arrays.copyOf(points, count);
        Arrays.sort(ring);
        return new Ring(ring);
    }

    /// The first eligible owner from the key's place on, or -1 when nobody is eligible.
    int owner(byte[] key, IntPredicate eligible) {
        int place = Arrays.binarySearch(points, hash(Md5.of(key), 0) << 32);
        int start = place < 0 ? -place - 1 : place;
        for (int step = 0; step < points.length; step++) {
            int owner = (int) points[(start + step) % points.length];
            if (eligible.test(owner)) {
                return owner;
            }
        }
        return -1;
    }

    /// 31 bits, so that a point and its owner sort as one positive number.
    private static long hash(byte[] digest, int part) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = (value << 8) | (digest[4 * part + i] & 0xFF);
        }
        return value >>> 1;
    }
}
