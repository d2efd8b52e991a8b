package dev.stickcheck.lab;

import dev.stickcheck.model.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A lab's parameters as values, each with what it is without being given.
final class Parameters {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(%?)");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");

    private final Map<String, String> written;

    /// @throws LabProblem when a name is not known, or this program cannot honour its parameter
    Parameters(Map<String, String> written, RealPolicy policy) {
        for (String name : written.keySet()) {
            policy.check(known(name));
        }
        this.written = written;
    }

    /// @throws LabProblem when a name is not known, or its parameter makes no sense for this policy
    Parameters(Map<String, String> written, PolicyName policy) {
        for (String name : written.keySet()) {
            LabParameter parameter = known(name);
            if (!policy.takes(parameter)) {
                throw LabProblem.usage(name + " makes no sense for " + policy.written() + ", which has no "
                        + parameter.needs().missing());
            }
        }
        this.written = written;
    }

    private static LabParameter known(String name) {
        LabParameter parameter = LabParameter.named(name);
        if (parameter == null) {
            throw LabProblem.usage(NearestNames.explain("lab parameter", name, LabParameter.names()));
        }
        return parameter;
    }

    boolean given(String name) {
        return written.containsKey(name);
    }

    int count(String name, int otherwise, int most) {
        String text = written.get(name);
        return text == null ? otherwise : whole(name, text, most);
    }

    long seed(String name, long otherwise) {
        String text = written.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number", text);
        }
    }

    /// Whole numbers from 1, one an instance.
    List<Integer> weights(String name, List<Integer> otherwise, int longest, int most) {
        String text = written.get(name);
        if (text == null) {
            return otherwise;
        }
        String[] parts = text.split(",", -1);
        if (parts.length > longest) {
            throw LabProblem.usage(name + " may name at most " + longest + " instances, got " + parts.length);
        }
        List<Integer> weights = new ArrayList<>();
        for (String part : parts) {
            weights.add(whole(name, part, most));
        }
        return List.copyOf(weights);
    }

    /// A share of requests, from 0 to 1, written `8%` or `0.08`.
    double share(String name, double otherwise) {
        String text = written.get(name);
        if (text == null) {
            return otherwise;
        }
        Matcher parts = SHARE.matcher(text.strip());
        if (!parts.matches()) {
            throw wrong(name, "a share from 0% to 100%, such as 8% or 0.08", text);
        }
        BigDecimal value = new BigDecimal(parts.group(1));
        double share = (parts.group(2).isEmpty() ? value : value.movePointLeft(2)).doubleValue();
        if (share > 1) {
            throw wrong(name, "a share from 0% to 100%, such as 8% or 0.08", text);
        }
        return share;
    }

    /// A duration, written `500ms`, `2s`, `5m` or `1h`.
    Duration duration(String name, Duration otherwise, Duration shortest, Duration longest) {
        String text = written.get(name);
        return text == null ? otherwise : duration(name, text, shortest, longest);
    }

    /// The duration of a text that is a parameter's value or a part of it.
    static Duration duration(String name, String text, Duration shortest, Duration longest) {
        Matcher parts = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw wrong(name, "a duration such as 500ms, 2s, 5m or 1h", text);
        }
        BigDecimal nanos = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(nanos(parts.group(2))));
        if (nanos.compareTo(BigDecimal.valueOf(longest.toNanos())) > 0) {
            throw wrong(name, "a duration of at most " + longest.toSeconds() + "s", text);
        }
        if (nanos.compareTo(BigDecimal.valueOf(shortest.toNanos())) < 0) {
            throw wrong(name, "a duration of at least " + written(shortest), text);
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private static String written(Duration duration) {
        return duration.toSeconds() > 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    /// One of the words of an enum, or null when none is given.
    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String text = written.get(name);
        if (text == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            String word = value.name().toLowerCase(Locale.ROOT);
            if (word.equals(text.strip())) {
                return value;
            }
            words.add(word);
        }
        throw wrong(name, "one of " + String.join(", ", words), text);
    }

    /// The text as it was written, or nothing.
    String text(String name) {
        return written.getOrDefault(name, "");
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }

    private static int whole(String name, String text, int most) {
        int value;
        try {
            value = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            value = 0;
        }
        if (value < 1 || value > most) {
            throw wrong(name, "whole numbers from 1 to " + most, text);
        }
        return value;
    }

    static LabProblem wrong(String name, String wanted, @Nullable String text) {
        return LabProblem.usage(name + " takes " + wanted + ", got '" + Text.inert(String.valueOf(text), 40) + "'");
    }
}
