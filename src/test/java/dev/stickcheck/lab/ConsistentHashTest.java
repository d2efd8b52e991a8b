package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ConsistentHashTest {
    private static final int MANY = 20_000;
    private static final Map<Table, Policy> POLICIES = new ConcurrentHashMap<>();
    private static final IntFunction<Arrival> CLIENTS = i -> Played.from("10.1." + i / 256 % 256 + "." + i % 256);

    @Test
    void keepsEveryAddressOnItsInstance() {
        Table table = Table.ofWeights(List.of(1, 1, 1));
        assertThat(choices(table)).isEqualTo(choices(table));
        assertThat(policy(table).turn(CLIENTS.apply(7), table, Played.seeded(1)).decision())
                .isInstanceOfSatisfying(
                        Decision.Forward.class,
                        forward -> assertThat(forward.pinned()).isTrue());
    }

    @Test
    void tellsAddressesOfOneNetworkApart() {
        Table table = Table.ofWeights(List.of(1, 1, 1));
        assertThat(IntStream.range(0, 256)
                        .map(last -> choose(table, table, Played.from("127.0.0." + last)))
                        .distinct()
                        .toArray())
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    /// A ring of 160 points an instance is uneven by some 8 %; these are the figures of this one.
    @Test
    void spreadsAddressesByWeightAsEvenlyAsARingDoes() {
        assertThat(Arrays.stream(shares(Table.ofWeights(List.of(1, 1, 1)))).boxed())
                .allSatisfy(share -> assertThat(share).isBetween(0.8 / 3, 1.2 / 3));
        double[] weighted = shares(Table.ofWeights(List.of(7, 2, 1)));
        assertThat(weighted[0]).isBetween(0.6, 0.8);
        assertThat(weighted[1]).isBetween(0.14, 0.26);
        assertThat(weighted[2]).isBetween(0.06, 0.14);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UP")
    void movesOnlyTheClientsOfAnInstanceThatGoesAndSpreadsThem(Peer.Health health) {
        Table before = Table.ofWeights(List.of(1, 1, 1, 1));
        Table after = before.with(1, health);
        long[] heirs = new long[4];
        for (int i = 0; i < MANY; i++) {
            int was = choose(before, before, CLIENTS.apply(i));
            int is = choose(before, after, CLIENTS.apply(i));
            assertThat(is).as("client %d", i).isNotEqualTo(1);
            if (was == 1) {
                heirs[is]++;
            } else {
                assertThat(is).as("client %d", i).isEqualTo(was);
            }
        }
        assertThat(List.of(heirs[0], heirs[2], heirs[3]))
                .allSatisfy(heir -> assertThat(heir).isGreaterThan(MANY / 40));
    }

    /// One more instance among n takes a share of 1 / (n + 1), and nobody else changes places.
    @Test
    void movesAShareToAnInstanceThatIsAdded() {
        Table three = Table.ofWeights(List.of(1, 1, 1));
        Table four = Table.ofWeights(List.of(1, 1, 1, 1));
        List<Integer> before = choices(three);
        List<Integer> after = choices(four);
        long moved = 0;
        for (int i = 0; i < MANY; i++) {
            if (!before.get(i).equals(after.get(i))) {
                moved++;
            }
        }
        assertThat((double) moved / MANY).isBetween(0.18, 0.35);
    }

    @Test
    void servesAddressesOfVersionSixAndSaysWhenNobodyIsUp() {
        Table table = Table.ofWeights(List.of(1));
        assertThat(choose(table, table, Played.from("2001:db8::17"))).isZero();
        assertThat(choose(table, table.with(0, Peer.Health.DOWN), Played.anyone()))
                .isEqualTo(-1);
    }

    @Test
    void givesTheLightestInstanceItsPointsToo() {
        Table table = Table.ofWeights(List.of(1000, 1));
        assertThat(choose(table, table.with(0, Peer.Health.DOWN), Played.anyone()))
                .isEqualTo(1);
    }

    private static List<Integer> choices(Table table) {
        return Played.instances(policy(table), table, 1, MANY, CLIENTS);
    }

    private static double[] shares(Table table) {
        long[] counts = Played.counts(choices(table), table.size());
        return Arrays.stream(counts).mapToDouble(count -> (double) count / MANY).toArray();
    }

    private static int choose(Table built, Table now, Arrival arrival) {
        return Played.instance(
                policy(built).turn(arrival, now, Played.seeded(1)).decision());
    }

    private static Policy policy(Table table) {
        return POLICIES.computeIfAbsent(table, built -> new ConsistentHash(Ring.of(built)));
    }
}
