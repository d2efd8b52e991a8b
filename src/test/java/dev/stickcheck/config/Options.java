package dev.stickcheck.config;

import dev.stickcheck.model.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Options as the command line hands them over.
final class Options {
    static final String TARGET = "http://127.0.0.1:8080/";
    private static final long SEED = 7;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Options() {}

    static Options none() {
        return new Options();
    }

    static Options of(String name, String... given) {
        return new Options().and(name, given);
    }

    Options and(String name, String... given) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).addAll(List.of(given));
        return this;
    }

    PlanReader.Reading read(String target) {
        return PlanReader.read(target, values, SEED);
    }

    Plan plan() {
        return read(TARGET).plan();
    }

    List<String> problems() {
        return problems(TARGET);
    }

    /// What is complained about; nothing when all is well.
    List<String> problems(String target) {
        try {
            read(target);
            return List.of();
        } catch (ConfigProblem problem) {
            return problem.lines();
        }
    }
}
