package dev.stickcheck.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers instances in the order of their first appearance; bounded, because an id may name requests instead.
final class InstanceIndex {
    /// No cluster behind one balancer is nearly as large.
    static final int MOST = 1024;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private long beyond;

    /// The instance's number, or −1 when there are too many.
    int number(String id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        if (ids.size() == MOST) {
            beyond++;
            return -1;
        }
        numbers.put(id, ids.size());
        ids.add(id);
        return ids.size() - 1;
    }

    @Nullable
    Integer known(String id) {
        return numbers.get(id);
    }

    String id(int number) {
        return ids.get(number);
    }

    int size() {
        return ids.size();
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    /// Whether there were more ids than can be instances.
    boolean overflowed() {
        return beyond > 0;
    }
}
