package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.config.Yaml.Field;
import dev.stickcheck.config.Yaml.Fields;
import dev.stickcheck.config.Yaml.Items;
import dev.stickcheck.config.Yaml.Scalar;
import dev.stickcheck.model.NearestName;
import dev.stickcheck.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Reads a `stickcheck.yaml`: `target` or `targets`, and the options by their names without dashes.
final class ConfigFile {
    static final String TARGET = "target";
    static final String TARGETS = "targets";

    private static final int LARGEST = 1 << 18;
    private static final int MOST_TARGETS = 100;

    private final Map<String, ConfigKey> keys;
    private final Problems problems;

    private ConfigFile(Map<String, ConfigKey> keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /// Reads what can be read, and notes everything that cannot.
    static Configuration read(String file, List<ConfigKey> keys, Problems problems) {
        Map<String, ConfigKey> byName = new LinkedHashMap<>();
        keys.forEach(key -> byName.put(key.name(), key));
        Yaml root = problems.read(() -> YamlReader.read(text(file)));
        if (root instanceof Fields fields) {
            return new ConfigFile(byName, problems).configuration(file, fields);
        }
        if (root != null) {
            problems.add("line " + root.line() + ": a configuration is names with values, such as target: lab:cookie");
        }
        return new Configuration(file, Map.of(), List.of());
    }

    private static String text(String file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadValue("cannot be read: is it there?");
        }
        if (bytes.length > LARGEST) {
            throw new BadValue("is larger than 256 KiB, which no configuration is");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadValue("is not UTF-8 text");
        }
    }

    private Configuration configuration(String file, Fields root) {
        List<Configuration.Aim> aims = new ArrayList<>();
        Map<String, Setting> shared = new LinkedHashMap<>();
        for (Field field : once(root)) {
            switch (field.name()) {
                case TARGET -> add(aims, field.value());
                case TARGETS -> targets(aims, field.value());
                default -> setting(field, shared, false);
            }
        }
        if (root.fields().stream().filter(field -> isTarget(field.name())).count() > 1) {
            problems.add("line " + root.line() + ": target and targets are both given: write one of them");
        }
        return new Configuration(file, shared, aims);
    }

    private static boolean isTarget(String name) {
        return name.equals(TARGET) || name.equals(TARGETS);
    }

    private void targets(List<Configuration.Aim> aims, Yaml value) {
        if (!(value instanceof Items(List<Yaml> items, int line)) || items.isEmpty()) {
            problems.add("line " + value.line() + ": targets must be a list, each a target or names with values");
            return;
        }
        if (items.size() > MOST_TARGETS) {
            problems.add("line " + line + ": targets must be at most " + MOST_TARGETS + ", got " + items.size());
            return;
        }
        items.forEach(item -> add(aims, item));
    }

    private void add(List<Configuration.Aim> aims, Yaml value) {
        switch (value) {
            case Scalar scalar
            when !scalar.isNull() -> aims.add(new Configuration.Aim(scalar.text(), scalar.line(), Map.of()));
            case Fields fields -> aims.add(aim(fields));
            case Scalar scalar -> problems.add("line " + value.line() + ": a target has no value");
            case Items items -> problems.add("line " + value.line() + ": a target is a list: write it under targets");
        }
    }

    private Configuration.Aim aim(Fields fields) {
        Map<String, Setting> own = new LinkedHashMap<>();
        String target = "";
        int line = fields.line();
        for (Field field : once(fields)) {
            if (!field.name().equals(TARGET)) {
                setting(field, own, true);
            } else if (field.value() instanceof Scalar scalar && !scalar.isNull()) {
                target = scalar.text();
                line = scalar.line();
            }
        }
        if (target.isEmpty()) {
            problems.add("line " + line + ": a target's own options need its target: URL or lab:POLICY");
        }
        return new Configuration.Aim(target, line, own);
    }

    private void setting(Field field, Map<String, Setting> settings, boolean ofTarget) {
        ConfigKey key = keys.get(field.name());
        if (key == null) {
            problems.add("line " + field.line() + ": " + unknown(field.name(), ofTarget));
        } else if (ofTarget && key.shared()) {
            problems.add("line " + field.line() + ": " + key.name() + " holds for the whole command: write it beside"
                    + " targets, not within one");
        } else {
            Setting setting = problems.read(() -> SettingReader.read(key, field.value()));
            if (setting != null) {
                settings.put(key.name(), setting);
            }
        }
    }

    private String unknown(String name, boolean ofTarget) {
        TreeSet<String> valid = new TreeSet<>(keys.keySet());
        valid.add(TARGET);
        if (!ofTarget) {
            valid.add(TARGETS);
        }
        List<String> near = NearestName.of(name.startsWith("--") ? name.substring(2) : name, valid, 2);
        return "there is no '" + Text.inert(name, 40) + "'"
                + (near.isEmpty()
                        ? "; the names are those of the options, without dashes"
                        : ": did you mean " + String.join(" or ", near) + "?");
    }

    /// The fields whose name has not been seen, and a complaint about the others.
    private List<Field> once(Fields fields) {
        Map<String, Field> seen = new LinkedHashMap<>();
        for (Field field : fields.fields()) {
            Field before = seen.putIfAbsent(field.name(), field);
            if (before != null) {
                problems.add("line " + field.line() + ": '" + Text.inert(field.name(), 40) + "' was given on line "
                        + before.line() + " already");
            }
        }
        return List.copyOf(seen.values());
    }
}
