package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AddressHashTest {
    private static final Table EQUAL = Table.ofWeights(List.of(1, 1, 1));
    private static final Table WEIGHTED = Table.ofWeights(List.of(7, 2, 1));

    /// Computed by hand from h = 89, h = (113 h + octet) mod 6271: for 127.0.0 the hash is 4040, and so on.
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 2, 0, 1",
        "127.0.1.1, 0, 0, 1",
        "10.0.0.1, 0, 0, 1",
        "192.0.2.77, 0, 0, 1",
        "203.0.113.9, 0, 0, 2",
        "198.51.100.4, 0, 0, 2",
        "255.255.255.255, 0, 1, 1",
        "::1, 2, 0, 0",
        "2001:db8::17, 0, 0, 1"
    })
    void choosesAsNginxDoes(String address, int ofEqual, int ofWeighted, int whenThatIsDown) {
        assertThat(instance(address, EQUAL)).isEqualTo(ofEqual);
        assertThat(instance(address, WEIGHTED)).isEqualTo(ofWeighted);
        assertThat(instance(address, EQUAL.with(ofEqual, Peer.Health.DOWN))).isEqualTo(whenThatIsDown);
    }

    @Test
    void looksAtTheFirstThreeOctetsOnly() {
        assertThat(IntStream.range(0, 256)
                        .map(last -> instance("127.0.7." + last, EQUAL))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void looksAtAllOfAnAddressOfVersionSix() {
        assertThat(IntStream.range(0, 256)
                        .map(last -> instance("2001:db8::" + Integer.toHexString(last), EQUAL))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void spreadsAllNetworksByWeight() {
        IntFunction<Arrival> networks = i -> Played.from("127." + i / 256 + "." + i % 256 + ".1");
        List<Integer> chosen = Played.instances(policy(3), WEIGHTED, 1, 65_536, networks);
        assertThat(Played.counts(chosen, 3)).containsExactly(45_880, 13_104, 6_552);
    }

    @Test
    void callsEveryClientPinned() {
        assertThat(policy(3).turn(Played.anyone(), EQUAL, Played.seeded(1)).decision())
                .isEqualTo(Decision.Forward.pinned(2));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UP")
    void keepsEveryOtherClientWhereItWasWhenAnInstanceGoes(Peer.Health health) {
        for (int network = 0; network < 256; network++) {
            String address = "127.0." + network + ".1";
            int before = instance(address, EQUAL);
            int after = instance(address, EQUAL.with(1, health));
            assertThat(after).as(address).isNotEqualTo(1);
            assertThat(before == 1 || after == before).as(address).isTrue();
        }
    }

    @Test
    void goesRoundWhenRehashingFindsNobodyUp() {
        Table table = Table.ofWeights(Collections.nCopies(100, 1));
        for (int i = 0; i < 99; i++) {
            table = table.with(i, Peer.Health.DOWN);
        }
        Table lastOnly = table;
        assertThat(IntStream.range(0, 256).map(network -> instance("127.0." + network + ".1", lastOnly)))
                .containsOnly(99);
    }

    @Test
    void hasNobodyToSendToWhenAllAreDown() {
        Table table = Table.ofWeights(List.of(1)).with(0, Peer.Health.DOWN);
        assertThat(policy(1).turn(Played.anyone(), table, Played.seeded(1)).decision())
                .isEqualTo(new Decision.Unavailable());
    }

    private static int instance(String address, Table table) {
        return Played.instance(policy(table.size())
                .turn(Played.from(address), table, Played.seeded(1))
                .decision());
    }

    private static Policy policy(int instances) {
        return new AddressHash(Rotation.over(instances));
    }
}
