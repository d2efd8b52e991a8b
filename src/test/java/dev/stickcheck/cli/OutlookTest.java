package dev.stickcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.statistics.Decision;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {
    private static final Outlook HALF =
            new Outlook(37, 74, Decision.UNDECIDED, 1, 520, 3, 48.2, Duration.ofMillis(11_100));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "39 | 37/74, not certain yet, 12 s left",
                "79 | probing 37/74 sessions, not certain yet, 12 s left, 1 failed, 48/s",
                "120 | [==========          ] probing 37/74 sessions, not certain yet, 12 s left, 1 failed, 48/s, 520"
                        + " requests, 3 instances",
            })
    void keepsWhatMattersMostWhereThereIsLittleRoom(int width, String line) {
        assertThat(HALF.line(width)).isEqualTo(line).hasSizeLessThanOrEqualTo(width);
    }

    @Test
    void saysWhatIsKnown() {
        assertThat(new Outlook(0, 74, Decision.UNDECIDED, 0, 1, 1, null, null).line(79))
                .isEqualTo("probing 0/74 sessions, not certain yet, 0 failed, 1 request, 1 instance");
        assertThat(new Outlook(9, 9, Decision.FAIL, 9, 90, 3, 50.0, Duration.ZERO).line(79))
                .contains("sessions do not stick, 0 s left");
        assertThat(new Outlook(74, 74, Decision.PASS, 0, 90, 3, 50.0, Duration.ofHours(5)).line(79))
                .contains("sessions stick, 5 h left");
        assertThat(new Outlook(7, 74, Decision.UNDECIDED, 0, 90, 3, 1.0, Duration.ofSeconds(121)).line(79))
                .contains("3 min left");
    }

    @Test
    void isNeverWiderThanItMayBe() {
        Outlook most = new Outlook(
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Decision.FAIL,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                7,
                1e9,
                Duration.ofDays(9));
        for (int width = 0; width < 200; width++) {
            assertThat(most.line(width)).hasSizeLessThanOrEqualTo(width);
        }
    }
}
