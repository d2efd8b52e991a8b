package dev.stickcheck.lab;

import java.util.List;

/// What is to become of a request.
sealed interface Decision {
    /// An instance gets it.
    ///
    /// @param instance its index in the table
    /// @param pinned whether something that the client brought had chosen the instance before
    /// @param setCookies values of `Set-Cookie` that the balancer adds to the answer
    /// @param breach what is wrong with it, on purpose
    record Forward(int instance, boolean pinned, List<String> setCookies, Breach breach) implements Decision {
        public Forward {
            setCookies = List.copyOf(setCookies);
        }

        Forward(int instance, boolean pinned, List<String> setCookies) {
            this(instance, pinned, setCookies, Breach.NONE);
        }

        static Forward fresh(int instance) {
            return new Forward(instance, false, List.of());
        }

        static Forward pinned(int instance) {
            return new Forward(instance, true, List.of());
        }

        @Override
        public String toString() {
            return "Forward[instance=" + instance + ", pinned=" + pinned + ", setCookies=" + setCookies.size()
                    + ", breach=" + breach + "]";
        }
    }

    /// Nothing is up.
    record Unavailable() implements Decision {}
}
