package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloudflareTest {
    private static final Table TABLE = Table.ofWeights(List.of(1, 1, 1));
    private static final SealedPins PINS = SealedPins.of(42);

    @Test
    void setsItsCookieWithTheAttributesThatPlainHttpGets() {
        assertThat(forward(Cloudflare.Failover.NONE, Played.anyone(), TABLE).setCookies())
                .singleElement()
                .asString()
                .matches("__cflb=[A-Za-z0-9+/]{128}; SameSite=Lax; path=/; expires=Thu, 26 Nov 2026 11:00:00 GMT;"
                        + " HttpOnly");
    }

    @Test
    void setsItNoMoreOnceTheSessionIsPinned() {
        assertThat(Played.decisions(policy(Cloudflare.Failover.NONE), TABLE, 1, 5, i -> returning(2)))
                .containsOnly(Decision.Forward.pinned(2));
    }

    @Test
    void steersNewSessionsAtRandom() {
        long[] counts = Played.counts(
                Played.instances(policy(Cloudflare.Failover.NONE), TABLE, 3, 3000, i -> Played.anyone()), 3);
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count ->
                        assertThat(Played.deviations(count, 3000, 1.0 / 3)).isLessThan(4));
    }

    @Test
    void countsThePinForItsTimeFromTheFirstAnswerOn() {
        Arrival before = Played.later(Duration.ofHours(23).minusMillis(1), cookie(2));
        Arrival after = Played.later(Duration.ofHours(23), cookie(2));
        assertThat(forward(Cloudflare.Failover.NONE, before, TABLE).pinned()).isTrue();
        assertThat(forward(Cloudflare.Failover.NONE, after, TABLE).pinned()).isFalse();
        assertThat(forward(Cloudflare.Failover.NONE, after, TABLE).setCookies()).hasSize(1);
    }

    /// A date has whole seconds; rounded down, a short time would be over before the cookie arrives.
    @Test
    void letsNoCookieEndBeforeItsTime() {
        Arrival arrival = Played.later(Duration.ofMillis(1), "a=1");
        assertThat(forward(Cloudflare.Failover.NONE, arrival, TABLE).setCookies())
                .singleElement()
                .asString()
                .contains("expires=Thu, 26 Nov 2026 11:00:01 GMT");
    }

    @Test
    void keepsTheSessionsOfADrainingEndpoint() {
        Table draining = TABLE.with(2, Peer.Health.DRAINING);
        assertThat(forward(Cloudflare.Failover.NONE, returning(2), draining).pinned())
                .isTrue();
        assertThat(Played.instances(policy(Cloudflare.Failover.NONE), draining, 1, 100, i -> Played.anyone()))
                .containsOnly(0, 1);
    }

    @ParameterizedTest
    @EnumSource
    void movesTheSessionsOfADeadEndpointAndKeepsTheirCookieOnlyWhenTheyAreToReturn(Cloudflare.Failover failover) {
        Decision.Forward moved = forward(failover, returning(2), TABLE.with(2, Peer.Health.DOWN));
        assertThat(moved.instance()).isNotEqualTo(2);
        assertThat(moved.setCookies()).hasSize(failover == Cloudflare.Failover.TEMPORARY ? 0 : 1);
    }

    @Test
    void hasNobodyToSendToWhenAllAreDown() {
        Table dead = Table.ofWeights(List.of(1)).with(0, Peer.Health.DOWN);
        assertThat(policy(Cloudflare.Failover.STICKY)
                        .turn(Played.anyone(), dead, Played.seeded(1))
                        .decision())
                .isEqualTo(new Decision.Unavailable());
    }

    private static Policy policy(Cloudflare.Failover failover) {
        return new Cloudflare(PINS, Duration.ofHours(23), failover);
    }

    private static Decision.Forward forward(Cloudflare.Failover failover, Arrival arrival, Table table) {
        return (Decision.Forward)
                policy(failover).turn(arrival, table, Played.seeded(1)).decision();
    }

    private static Arrival returning(int instance) {
        return Played.from("127.0.0.1", "a=1; " + cookie(instance));
    }

    private static String cookie(int instance) {
        SealedPins.Pin pin = new SealedPins.Pin(instance, Played.NOON.plus(Duration.ofHours(23)));
        return "__cflb=" + PINS.seal(pin, Played.seeded(5));
    }
}
