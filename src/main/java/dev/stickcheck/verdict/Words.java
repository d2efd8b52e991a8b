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

    /// `1 session`, `2 sessions`.
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
