package dev.stickcheck.report;

import dev.stickcheck.model.InstanceLoad;
import dev.stickcheck.model.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One number for an instance in all figures of a page: the timeline's own, and further ones for those that are
/// not in it.
final class InstanceColours {
    /// After so many colours they begin again; letters do not.
    static final int COLOURS = 8;

    private final Map<String, Integer> numbers = new HashMap<>();

    private InstanceColours() {}

    static InstanceColours of(Result result) {
        InstanceColours colours = new InstanceColours();
        List<String> drawn = result.timeline().instances();
        for (int i = 0; i < drawn.size(); i++) {
            colours.numbers.putIfAbsent(drawn.get(i), i);
        }
        int next = colours.add(result.instances(), drawn.size());
        if (result.comparison() != null) {
            next = colours.add(result.comparison().on().instances(), next);
            colours.add(result.comparison().off().instances(), next);
        }
        return colours;
    }

    private int add(List<InstanceLoad> loads, int from) {
        int next = from;
        for (InstanceLoad load : loads) {
            if (numbers.putIfAbsent(load.id(), next) == null) {
                next++;
            }
        }
        return next;
    }

    int number(String id) {
        return numbers.getOrDefault(id, 0);
    }

    /// The barcode's letter, or nothing where there are more instances than letters.
    String letter(String id) {
        return Barcode.letter(number(id));
    }
}
