package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML from the parser's events: nothing is constructed, so no tag can ask for a type, no alias can unfold, and
/// depth is bounded before the stack is.
final class YamlReader {
    private static final int DEEPEST = 8;

    private final Iterator<Event> events;
    private int depth;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /// The one document of a text.
    ///
    /// @throws BadValue with its line, when there is none, another one, or something that is not taken
    static Yaml read(String text) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            return new YamlReader(new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
            throw bad(line(e.getProblemMark()), "is no YAML: " + e.getProblem() + context);
        } catch (YamlEngineException e) {
            throw new BadValue("is no YAML: " + Text.inert(String.valueOf(e.getMessage()), 200));
        }
    }

    private Yaml document() {
        events.next();
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            throw new BadValue("is empty: it needs at least a target");
        }
        Yaml root = node(events.next());
        events.next();
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw bad(line(after.getStartMark()), "a second document begins: write one");
        }
        return root;
    }

    private Yaml node(Event event) {
        int line = line(event.getStartMark());
        return switch (event) {
            case AliasEvent alias -> throw bad(line, "aliases such as *name are not taken: write the value itself");
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), line);
                yield new Yaml.Scalar(scalar.getValue(), scalar.isPlain(), line);
            }
            case CollectionStartEvent start -> collection(start, line);
            default -> throw bad(line, "is no YAML that is known");
        };
    }

    private Yaml collection(CollectionStartEvent start, int line) {
        refuseTag(start.getTag(), line);
        depth++;
        if (depth > DEEPEST) {
            throw bad(line, "lists and maps lie more than " + DEEPEST + " deep");
        }
        Yaml read = start instanceof MappingStartEvent ? fields(line) : items(line);
        depth--;
        return read;
    }

    private Yaml items(int line) {
        List<Yaml> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next));
        }
        return new Yaml.Items(items, line);
    }

    private Yaml fields(int line) {
        List<Yaml.Field> fields = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            if (!(node(next) instanceof Yaml.Scalar(String name, boolean plain, int at))) {
                throw bad(line(next.getStartMark()), "a name is a list or a map: write a word");
            }
            fields.add(new Yaml.Field(name, at, node(events.next())));
        }
        return new Yaml.Fields(fields, line);
    }

    private static void refuseTag(Optional<String> tag, int line) {
        if (tag.isPresent()) {
            throw bad(line, "tags such as !!name are not taken: write the value alone");
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(1);
    }

    private static BadValue bad(int line, String what) {
        return new BadValue("line " + line + ": " + Text.inert(what, 200));
    }
}
