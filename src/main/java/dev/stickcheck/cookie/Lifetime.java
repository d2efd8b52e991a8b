package dev.stickcheck.cookie;

import java.time.Duration;

/// How long a cookie asks to be kept.
sealed interface Lifetime {
    /// Nothing outlives this (RFC 6265bis section 5.5).
    Duration LIMIT = Duration.ofDays(400);

    /// The moment of a cookie without an end, which the session itself ends.
    long NEVER = Long.MAX_VALUE;

    /// The millisecond since 1970 at which a cookie received at `now` ends.
    long endsAt(long now);

    /// Neither a usable `Max-Age` nor a usable `Expires`.
    record Session() implements Lifetime {
        static final Session INSTANCE = new Session();

        @Override
        public long endsAt(long now) {
            return NEVER;
        }
    }

    /// `Max-Age`: counts from the moment of arrival, so no clock but ours takes part.
    record Age(long seconds) implements Lifetime {
        @Override
        public long endsAt(long now) {
            return seconds <= 0 ? Long.MIN_VALUE : now + 1000 * Math.min(seconds, LIMIT.toSeconds());
        }

        /// Reads `Max-Age` by RFC 6265bis section 5.6.2; `otherwise` where the attribute is to be ignored.
        static Lifetime parse(String value, Lifetime otherwise) {
            boolean negative = value.startsWith("-");
            int from = negative ? 1 : 0;
            if (value.length() == from) {
                return otherwise;
            }
            long seconds = 0;
            for (int i = from; i < value.length(); i++) {
                if (!Ascii.isDigit(value.charAt(i))) {
                    return otherwise;
                }
                seconds = Math.min(10 * seconds + (value.charAt(i) - '0'), LIMIT.toSeconds());
            }
            return new Age(negative ? -seconds : seconds);
        }
    }

    /// `Expires`: a date by the server's clock.
    record Date(long epochSecond) implements Lifetime {
        @Override
        public long endsAt(long now) {
            return Math.min(1000 * epochSecond, now + LIMIT.toMillis());
        }
    }
}
