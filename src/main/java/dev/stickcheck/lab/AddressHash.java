package dev.stickcheck.lab;

import java.net.Inet4Address;
import java.util.random.RandomGenerator;

/// The client's address chooses: nginx's `ip_hash` (`ngx_http_upstream_get_ip_hash_peer`).
///
/// h = 89, then for each of the first three octets of an IPv4 address (all 16 of an IPv6 address)
/// h = (113 h + octet) mod 6271; the peer is the one that h mod (sum of the weights) falls on. An instance that takes
/// no new sessions is passed over by hashing on from h; after 20 more tries the turn goes round. An instance cannot be
/// drained of its own clients only, since nothing tells an old client from a new one.
record AddressHash(Rotation rotation) implements Policy {
    private static final int REHASHES = 20;

    @Override
    public Turn turn(Arrival arrival, Table table, RandomGenerator random) {
        byte[] octets = arrival.client().getAddress();
        int hashed = arrival.client() instanceof Inet4Address ? 3 : octets.length;
        int total = table.totalWeight();
        int hash = 89;
        for (int tried = 0; tried <= REHASHES; tried++) {
            for (int i = 0; i < hashed; i++) {
                hash = (hash * 113 + (octets[i] & 0xFF)) % 6271;
            }
            int peer = peerAt(hash % total, table);
            if (table.peer(peer).takesNew()) {
                return new Turn(Decision.Forward.pinned(peer), this);
            }
        }
        Rotation.Step step = rotation.step(table);
        return step.instance() < 0
                ? new Turn(new Decision.Unavailable(), this)
                : new Turn(Decision.Forward.fresh(step.instance()), new AddressHash(step.next()));
    }

    private static int peerAt(int point, Table table) {
        int rest = point;
        int at = 0;
        while (rest >= table.peer(at).weight()) {
            rest -= table.peer(at).weight();
            at++;
        }
        return at;
    }
}
