package dev.stickcheck.cookie;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers that set cookies, one after the other, and the requests that are asked about then.
record CookieCase(List<Step> steps, List<Place> queries) {
    CookieCase {
        steps = List.copyOf(steps);
        queries = List.copyOf(queries);
    }

    /// One line, with long runs of a letter cut short.
    @Override
    public String toString() {
        String text = steps.stream().map(Step::toString).collect(Collectors.joining(" | "));
        return text.replaceAll("(.)\\1{50,}", "$1…") + " -> "
                + queries.stream().map(Place::url).collect(Collectors.joining(" "));
    }

    boolean has(int number) {
        return steps.stream().anyMatch(step -> step.number() == number);
    }

    CookieCase without(Predicate<Step> gone) {
        return new CookieCase(steps.stream().filter(gone.negate()).toList(), queries);
    }

    CookieCase withSteps(UnaryOperator<Step> change) {
        return new CookieCase(steps.stream().map(change).toList(), queries);
    }

    /// The `number`th answer, of one place with one `Set-Cookie` header in its parts.
    record Step(int number, Place place, String pair, List<Attribute> attributes) {
        Step {
            attributes = List.copyOf(attributes);
        }

        @Override
        public String toString() {
            return place.url() + " \"" + header() + "\"";
        }

        String header() {
            return pair + attributes.stream().map(Attribute::text).collect(Collectors.joining());
        }

        String name() {
            int equals = pair.indexOf('=');
            return equals < 0 ? "" : pair.substring(0, equals).trim();
        }

        String value() {
            return pair.substring(pair.indexOf('=') + 1).trim();
        }

        boolean has(String attribute) {
            return attributes.stream().anyMatch(a -> a.is(attribute));
        }

        /// The value of the last attribute of that name that is not too long to count, null where there is none.
        @Nullable
        String last(String attribute) {
            return last(attribute, value -> true);
        }

        /// The last such value among the usable ones.
        @Nullable
        String last(String attribute, Predicate<String> usable) {
            return attributes.stream()
                    .filter(a -> a.is(attribute))
                    .map(a -> a.value() == null ? "" : a.value())
                    .filter(value -> value.length() <= 1024 && usable.test(value))
                    .reduce((first, second) -> second)
                    .orElse(null);
        }

        /// The domain that is asked for, empty where none is.
        String domain() {
            String domain = last("domain");
            return domain == null ? "" : domain.toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
        }

        /// The path that the cookie gets.
        String path() {
            String path = last("path");
            if (path != null && path.startsWith("/")) {
                return path;
            }
            String parent = place.path().replaceFirst("/[^/]*$", "");
            return parent.isEmpty() ? "/" : parent;
        }

        Step without(Predicate<Attribute> gone) {
            return new Step(
                    number,
                    place,
                    pair,
                    attributes.stream().filter(gone.negate()).toList());
        }

        Step withPair(String other) {
            return new Step(number, place, other, attributes);
        }

        Step withPlace(Place other) {
            return new Step(number, other, pair, attributes);
        }

        Step with(Attribute more) {
            return new Step(
                    number,
                    place,
                    pair,
                    Stream.concat(attributes.stream(), Stream.of(more)).toList());
        }
    }

    /// One attribute; a null value has no `=` either.
    record Attribute(String name, @Nullable String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }

        String text() {
            return "; " + name + (value == null ? "" : "=" + value);
        }
    }

    /// Where a request goes.
    record Place(String scheme, String host, String path) {
        String url() {
            return scheme + "://" + host + path;
        }

        /// Whether `Secure` cookies travel there.
        boolean isSecure() {
            return scheme.equals("https")
                    || host.equals("localhost")
                    || host.endsWith(".localhost")
                    || host.startsWith("127.")
                    || host.equals("[::1]");
        }
    }
}
