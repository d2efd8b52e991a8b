package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class AwsLoadBalancerTest {
    private static final Table TABLE = Table.ofWeights(List.of(1, 1, 1));
    private static final Policy POLICY = new AwsLoadBalancer(SealedPins.of(42), Duration.ofHours(1), Rotation.over(3));

    @Test
    void setsBothCookiesWithTheAttributesThatAwsGivesThem() {
        List<String> cookies = forward(Played.anyone(), TABLE).setCookies();
        assertThat(cookies).hasSize(2);
        String value = cookies.getFirst().substring("AWSALB=".length()).split(";", 2)[0];
        assertThat(value).matches("[A-Za-z0-9+/]{128}");
        assertThat(cookies)
                .containsExactly(
                        "AWSALB=" + value + "; Expires=Wed, 02 Dec 2026 12:00:00 GMT; Path=/",
                        "AWSALBCORS=" + value
                                + "; Expires=Wed, 02 Dec 2026 12:00:00 GMT; Path=/; SameSite=None; Secure");
    }

    @Test
    void issuesANewValueOnEveryAnswerAndKeepsTheInstance() {
        String cookie = cookie(forward(Played.anyone(), TABLE), "AWSALB");
        List<Decision> decisions = Played.decisions(POLICY, TABLE, 9, 50, i -> Played.from("127.0.0.1", cookie));
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(Played.instance(decision)).isZero();
            assertThat(((Decision.Forward) decision).pinned()).isTrue();
        });
        Set<String> values = decisions.stream()
                .flatMap(decision -> ((Decision.Forward) decision).setCookies().stream())
                .map(set -> set.split("[=;]", 3)[1])
                .collect(Collectors.toSet());
        assertThat(values).hasSize(50).doesNotContain(cookie.substring("AWSALB=".length()));
    }

    @Test
    void takesTheTwinAlone() {
        assertThat(forward(Played.from("127.0.0.1", cookie(forward(Played.anyone(), TABLE), "AWSALBCORS")), TABLE)
                        .pinned())
                .isTrue();
    }

    @Test
    void forgetsAtTheEndOfTheDurationThatTheValueHoldsAndBeginsItAnewOnEveryAnswer() {
        String first = cookie(forward(Played.anyone(), TABLE), "AWSALB");
        Decision.Forward second = forward(Played.later(Duration.ofMinutes(59), first), TABLE);
        assertThat(second.pinned()).isTrue();
        assertThat(forward(Played.later(Duration.ofMinutes(60), first), TABLE).pinned())
                .isFalse();
        assertThat(forward(Played.later(Duration.ofMinutes(118), cookie(second, "AWSALB")), TABLE)
                        .pinned())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "UP")
    void movesTheSessionsOfADownOrDeregisteredTargetAndDoesNotBringThemBack(Peer.Health health) {
        String before = cookie(forward(Played.anyone(), TABLE), "AWSALB");
        Table without = TABLE.with(0, health);
        Decision.Forward moved = forward(Played.from("127.0.0.1", before), without);
        assertThat(moved.instance()).isEqualTo(1);
        assertThat(moved.pinned()).isFalse();
        assertThat(forward(Played.from("127.0.0.1", cookie(moved, "AWSALB")), TABLE)
                        .instance())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWSALB=", "AWSALB=x", "AWSALB=\u0000", "AWSALB=?", "AWSALB"})
    void takesAnyOtherValueForNone(String header) {
        assertThat(forward(Played.from("127.0.0.1", header), TABLE).pinned()).isFalse();
        assertThat(forward(Played.from("127.0.0.1", header + "A".repeat(128)), TABLE)
                        .pinned())
                .isFalse();
    }

    @Test
    void readsNoValueOfAnotherSeed() {
        String foreign =
                SealedPins.of(7).seal(new SealedPins.Pin(0, Played.NOON.plus(Duration.ofDays(1))), Played.seeded(1));
        assertThat(forward(Played.from("127.0.0.1", "AWSALB=" + foreign), TABLE).pinned())
                .isFalse();
    }

    @Test
    void hasNobodyToSendToWhenAllAreDown() {
        Table dead =
                TABLE.with(0, Peer.Health.DOWN).with(1, Peer.Health.DRAINING).with(2, Peer.Health.DOWN);
        assertThat(POLICY.turn(Played.anyone(), dead, Played.seeded(1)).decision())
                .isEqualTo(new Decision.Unavailable());
    }

    private static Decision.Forward forward(Arrival arrival, Table table) {
        return (Decision.Forward) POLICY.turn(arrival, table, Played.seeded(1)).decision();
    }

    private static String cookie(Decision.Forward forward, String name) {
        return forward.setCookies().stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
    }
}
