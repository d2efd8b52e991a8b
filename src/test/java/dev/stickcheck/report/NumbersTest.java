package dev.stickcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stickcheck.model.Interval;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.0034, 0.34 %",
        "0.042, 4.2 %",
        "0.05, 5 %",
        "0.0996, 10 %",
        "0.12, 12 %",
        "0.123456, 12 %",
        "0.99, 99 %",
        "0.9966, 99.66 %",
        "0.99999999999, 99.9999 %",
        "1, 100 %",
        "1.732, 173 %",
        "-0.08, -8 %",
        "1e-9, less than 0.0001 %",
        "2.2e-16, 0 %",
        "NaN, –",
        "Infinity, –",
        ", –"
    })
    void writesPercentages(Double fraction, String expected) {
        assertThat(Numbers.percent(fraction)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.42, 0.42 ms",
        "4.2, 4.2 ms",
        "4.25, 4.2 ms",
        "9.96, 10 ms",
        "420.4, 420 ms",
        "999.4, 999 ms",
        "999.6, 1.00 s",
        "4200, 4.20 s",
        "42000, 42.0 s",
        "NaN, –",
        ", –"
    })
    void writesTimes(Double millis, String expected) {
        assertThat(Numbers.millis(millis)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PT0.42S, 420 ms", "PT4.2S, 4.20 s", "PT59.9S, 59.9 s", "PT2M5S, 2 min 5 s", "PT3H12M5S, 3 h 12 min"})
    void writesDurations(Duration duration, String expected) {
        assertThat(Numbers.duration(duration)).isEqualTo(expected);
    }

    @Test
    void writesCountsAndPlainNumbers() {
        assertThat(Numbers.count(1, "session")).isEqualTo("1 session");
        assertThat(Numbers.count(1_050, "session")).isEqualTo("1,050 sessions");
        assertThat(Numbers.plain(0.6649)).isEqualTo("0.66");
        assertThat(Numbers.plain(7_890.666)).isEqualTo("7,891");
        assertThat(Numbers.plain(1e-16)).isEqualTo("less than 0.0001");
        assertThat(Numbers.share(1 / 3.0)).isEqualTo("33.3 %");
        assertThat(Numbers.percents(new Interval(0, 0.0467))).isEqualTo("0 % to 4.7 %");
    }

    @Test
    void doesNotListenToTheLocaleOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Numbers.count(1_050)).isEqualTo("1,050");
            assertThat(Numbers.share(0.5)).isEqualTo("50.0 %");
            assertThat(Numbers.millis(4_200.0)).isEqualTo("4.20 s");
        } finally {
            Locale.setDefault(before);
        }
    }
}
