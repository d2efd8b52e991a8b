package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Instances;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads `--instances`: a number, names, or names with weights.
final class InstancesReader {
    private static final int MOST = 1000;
    private static final double LEAST = 1e-4;

    private InstancesReader() {}

    static Instances read(String text) {
        if (text.strip().matches("[+-]?\\d+(\\.\\d+)?")) {
            return new Instances.Counted((int) Quantities.whole("--instances", text, 1, MOST));
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.lastIndexOf('=');
            String name = (equals < 0 ? part : part.substring(0, equals)).strip();
            double weight = equals < 0 ? 1 : weight(part.substring(equals + 1), text);
            if (name.isEmpty()) {
                throw new BadValue("--instances must be a number, or names such as a,b,c or a=7,b=2,c=1, got "
                        + Quantities.quoted(text));
            }
            if (shares.put(name, weight) != null) {
                throw new BadValue("--instances names " + Quantities.quoted(name) + " twice");
            }
        }
        if (shares.size() > MOST) {
            throw new BadValue("--instances must name at most " + MOST + " instances, got " + shares.size());
        }
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Collections.min(shares.values()) / all < LEAST) {
            throw new BadValue(
                    "--instances gives an instance less than a ten-thousandth of the load, which no probe could see: "
                            + Quantities.quoted(text));
        }
        return new Instances.Named(shares);
    }

    private static double weight(String text, String all) {
        try {
            double weight = Double.parseDouble(text.strip());
            if (weight > 0 && weight <= 1e6) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Told below, with the value.
        }
        throw new BadValue("--instances needs positive weights such as a=7,b=2,c=1, got " + Quantities.quoted(text)
                + " in " + Quantities.quoted(all));
    }
}
