package dev.stickcheck.verdict;

import java.util.Locale;

/// Numbers as a person reads them.
final class Words {
    private Words() {}

    /// A fraction as a percentage with as many digits as help: `0 %`, `0.34 %`, `5.2 %`, `67 %`.
    static String percent(double fraction) {
        double percent = fraction * 100;
        if (percent == Math.rint(percent)) {
            return String.format(Locale.ROOT, "%.0f %%", percent);
        }
        String form = percent < 1 ? "%.2f %%" : percent < 20 ? "%.1f %%" : "%.0f %%";
        return String.format(Locale.ROOT, form, percent);
    }

    static String millis(double millis) {
        if (millis >= 1000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    /// `0.4 s`, `42 s`, `5 min`, `2 h`.
    static String seconds(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        return seconds < 7_200
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%,.0f h", seconds / 3600);
    }

    /// `1 session`, `2 sessions`.
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
