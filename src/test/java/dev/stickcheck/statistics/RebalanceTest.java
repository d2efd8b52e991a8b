package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stickcheck.statistics.Rebalance.Hashing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STATISTICS 1.3: an instance that appears moves about 1/(k+1) of the sessions with consistent hashing, k/(k+1) with a
/// hash modulo the number of instances.
class RebalanceTest {
    /// 100 to 1, the ratio being k^(n−2x); 40 sessions of which half moved fit neither share.
    @ParameterizedTest
    @CsvSource({
        "3, 40, 10, CONSISTENT",
        "3, 40, 30, MODULO",
        "3, 40, 20, NEITHER",
        "3, 10, 2, CONSISTENT",
        "3, 10, 3, UNKNOWN",
        "2, 10, 3, UNKNOWN",
        "2, 30, 10, CONSISTENT",
        "2, 30, 20, MODULO",
        "1, 1000, 500, UNKNOWN",
        "9, 100, 10, CONSISTENT",
        "9, 100, 90, MODULO",
        "9, 100, 1, NEITHER"
    })
    void tellsTheKindOfHashingByTheShareThatMoved(int others, long sessions, long moved, Hashing hashing) {
        assertThat(new Rebalance("D", others, sessions, moved).hashing()).isEqualTo(hashing);
    }

    @Test
    void countsTheSessionsUnderWayWhereverTheyWent() {
        Story story = new Story(4).control("ABCABCABCABC".repeat(4));
        story.session("one", "AA").session("two", "BB").session("three", "CC").session("over", "AAAA");
        story.control("D")
                .session("one", "DD")
                .session("two", "CC")
                .session("three", "CC")
                .session("late", "DDDD");
        Rebalance seen = story.control("ABC").findings().rebalance();

        assertThat(seen.instance()).isEqualTo("D");
        assertThat(seen.others()).isEqualTo(3);
        assertThat(seen.sessions()).isEqualTo(3);
        assertThat(seen.moved()).isEqualTo(2);
        assertThat(seen.share()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(seen.consistent()).isCloseTo(0.25, within(1e-12));
        assertThat(seen.modulo()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void leavesOutInstancesThatAreGone() {
        Story story = new Story(4).control("ABXABXABXABX").control("AB".repeat(40));
        story.session("one", "AA").control("D").session("one", "DD");

        assertThat(story.control("AB").findings().rebalance().others()).isEqualTo(2);
    }

    @Test
    void saysNothingWhereNoNewcomerTookASessionOver() {
        Story story = new Story(4).control("ABCABCABCABC".repeat(4));
        story.session("one", "AA").control("D").session("one", "BB");

        assertThat(story.control("ABCD").findings().rebalance()).isNull();
    }
}
