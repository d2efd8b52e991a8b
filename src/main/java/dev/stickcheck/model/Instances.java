package dev.stickcheck.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The instances that the user says are behind the balancer.
public sealed interface Instances {
    /// Nothing is declared: what is seen is what there is.
    record Undeclared() implements Instances {}

    /// So many instances of equal weight, names unknown.
    record Counted(int count) implements Instances {
        public Counted {
            if (count < 1) {
                throw new IllegalArgumentException("instances must be at least 1, got " + count);
            }
        }
    }

    /// Named instances with their expected shares, in the order given. Shares are positive and sum to 1.
    record Named(Map<String, Double> shares) implements Instances {
        public Named {
            double sum = 0;
            for (double share : shares.values()) {
                if (!(share > 0)) {
                    throw new IllegalArgumentException("an instance's weight must be positive");
                }
                sum += share;
            }
            Map<String, Double> normalised = new LinkedHashMap<>();
            for (Map.Entry<String, Double> entry : shares.entrySet()) {
                normalised.put(entry.getKey(), entry.getValue() / sum);
            }
            shares = Collections.unmodifiableMap(normalised);
        }
    }
}
