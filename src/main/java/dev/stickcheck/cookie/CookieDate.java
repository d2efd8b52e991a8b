package dev.stickcheck.cookie;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

/// A cookie's date as browsers read it: four tokens in any order, everything else skipped.
///
/// RFC 6265 section 5.1.1, with the grammar of its erratum 4148. No time zone is looked at: all dates are UTC. A
/// weekday is never checked, which is what the JDK's parser does and why it loses cookies.
final class CookieDate {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final String text;
    private boolean foundTime;
    private boolean foundDay;
    private boolean foundMonth;
    private boolean foundYear;
    private int hour;
    private int minute;
    private int second;
    private int day;
    private int month;
    private int year;

    private CookieDate(String text) {
        this.text = text;
    }

    /// The second since 1970 that `text` names, or nothing where the algorithm fails.
    static OptionalLong parse(String text) {
        CookieDate date = new CookieDate(text);
        date.readTokens();
        return date.epochSecond();
    }

    private void readTokens() {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !isDelimiter(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                readToken(at, end);
            }
            at = end + 1;
        }
    }

    /// Step 2: a token is the first thing it can be that was not found yet.
    private void readToken(int from, int to) {
        if (!foundTime && readTime(from, to)) {
            foundTime = true;
        } else if (!foundDay && isNumber(from, to, 1, 2)) {
            foundDay = true;
            day = number(from, to);
        } else if (!foundMonth && readMonth(from, to)) {
            foundMonth = true;
        } else if (!foundYear && isNumber(from, to, 2, 4)) {
            foundYear = true;
            year = fourDigits(number(from, to));
        }
    }

    private boolean readTime(int from, int to) {
        int firstColon = from + digits(from, to);
        if (!isField(from, firstColon) || !isColon(firstColon, to)) {
            return false;
        }
        int secondColon = firstColon + 1 + digits(firstColon + 1, to);
        if (!isField(firstColon + 1, secondColon) || !isColon(secondColon, to)) {
            return false;
        }
        int end = secondColon + 1 + digits(secondColon + 1, to);
        if (!isField(secondColon + 1, end)) {
            return false;
        }
        hour = number(from, firstColon);
        minute = number(firstColon + 1, secondColon);
        second = number(secondColon + 1, end);
        return true;
    }

    private boolean readMonth(int from, int to) {
        for (int m = 0; m < 12 && to - from >= 3; m++) {
            if (isLetter(from, 3 * m) && isLetter(from + 1, 3 * m + 1) && isLetter(from + 2, 3 * m + 2)) {
                month = m + 1;
                return true;
            }
        }
        return false;
    }

    private boolean isLetter(int at, int ofMonths) {
        return Ascii.lower(text.charAt(at)) == MONTHS.charAt(ofMonths);
    }

    /// Steps 3 and 4.
    private static int fourDigits(int year) {
        if (year >= 70 && year <= 99) {
            return year + 1900;
        }
        return year <= 69 ? year + 2000 : year;
    }

    /// Steps 5 and 6.
    private OptionalLong epochSecond() {
        if (!foundTime || !foundDay || !foundMonth || !foundYear) {
            return OptionalLong.empty();
        }
        if (year < 1601 || hour > 23 || minute > 59 || second > 59) {
            return OptionalLong.empty();
        }
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return OptionalLong.empty();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return OptionalLong.of(days * SECONDS_OF_A_DAY + hour * 3600L + minute * 60L + second);
    }

    private boolean isNumber(int from, int to, int fewest, int most) {
        int count = digits(from, to);
        return count >= fewest && count <= most;
    }

    private int digits(int from, int to) {
        int at = from;
        while (at < to && Ascii.isDigit(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    /// The value of the (at most four) digits at `from`.
    private int number(int from, int to) {
        int value = 0;
        for (int i = from; i < to && Ascii.isDigit(text.charAt(i)); i++) {
            value = 10 * value + (text.charAt(i) - '0');
        }
        return value;
    }

    private static boolean isField(int from, int to) {
        return to - from == 1 || to - from == 2;
    }

    private boolean isColon(int at, int to) {
        return at < to && text.charAt(at) == ':';
    }

    private static boolean isDelimiter(char c) {
        return c == 0x09
                || (c >= 0x20 && c <= 0x2F)
                || (c >= 0x3B && c <= 0x40)
                || (c >= 0x5B && c <= 0x60)
                || (c >= 0x7B && c <= 0x7E);
    }
}
