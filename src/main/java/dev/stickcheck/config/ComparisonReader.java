package dev.stickcheck.config;

import dev.stickcheck.config.Problems.BadValue;
import dev.stickcheck.model.Application;
import dev.stickcheck.model.ConnectionPolicy;
import dev.stickcheck.model.Contrast;
import dev.stickcheck.model.Network;
import dev.stickcheck.model.Network.HttpVersion;
import dev.stickcheck.model.Plan;
import dev.stickcheck.model.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a comparison from the options' texts: which targets, in what the arms differ, and the plan for both.
public final class ComparisonReader {
    private static final int MOST_BLOCKS = 1000;
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private final Map<String, List<String>> options;
    private final Problems problems = new Problems();

    private ComparisonReader(Map<String, List<String>> options) {
        this.options = options;
    }

    /// A comparison as it was asked for.
    ///
    /// @param off equal to `on` where both arms ask the same
    /// @param plan for the on arm; the off arm's differs in its URL alone
    /// @param blocks the most blocks; null: as usual
    /// @param journey a class; null: none was named
    /// @param minImprovement a fraction; null: none is asked for
    /// @param application what is said of it
    public record Reading(
            Contrast contrast,
            Target on,
            Target off,
            Plan plan,
            @Nullable Integer blocks,
            @Nullable String journey,
            @Nullable Double minImprovement,
            Application application) {
        /// Whether both arms ask the same server.
        public boolean oneTarget() {
            return contrast != Contrast.TARGETS;
        }
    }

    /// Reads everything, and complains about everything at once.
    ///
    /// @param target the one target; null where there are two
    /// @param options by name without dashes, values as given; a flag has an empty list
    /// @param seed when none is given
    /// @throws ConfigProblem with everything that is wrong
    public static Reading read(@Nullable String target, Map<String, List<String>> options, long seed) {
        return new ComparisonReader(options).reading(target, seed);
    }

    private Reading reading(@Nullable String target, long seed) {
        Contrast contrast = contrast(target);
        problems.throwIfAny();
        boolean two = contrast == Contrast.TARGETS;
        PlanReader.Reading on = reading(two ? "--on: " : "", two ? text("on") : target, seed);
        PlanReader.Reading off = two ? reading("--off: ", text("off"), seed) : on;
        Integer blocks = number("blocks");
        String journey = problems.read(this::journey);
        Double least = problems.read(this::minImprovement);
        Application application = problems.readOr(Application.UNKNOWN, this::application);
        if (on != null && off != null) {
            check(on, off);
        }
        problems.throwIfAny();
        PlanReader.Reading first = Objects.requireNonNull(on);
        Target second = Objects.requireNonNull(off).target();
        return new Reading(contrast, first.target(), second, first.plan(), blocks, journey, least, application);
    }

    private PlanReader.@Nullable Reading reading(String prefix, @Nullable String target, long seed) {
        try {
            return PlanReader.read(String.valueOf(target), options, seed);
        } catch (ConfigProblem problem) {
            problem.lines().stream()
                    .map(line -> line.startsWith("the target") ? prefix + line : line)
                    .forEach(problems::addOnce);
            return null;
        }
    }

    private Contrast contrast(@Nullable String target) {
        boolean both = options.containsKey("on") && options.containsKey("off");
        boolean either = options.containsKey("on") || options.containsKey("off");
        boolean same = options.containsKey("aa");
        boolean switched = options.containsKey("toggle-on") || options.containsKey("toggle-off");
        if (target == null && !both) {
            problems.add(
                    either
                            ? "--on and --off belong together: the target with affinity and the one without"
                            : "a target is missing: --on TARGET --off TARGET, or one TARGET whose cookies the off arm drops");
        } else if (target != null && either) {
            problems.add("one TARGET, or --on and --off: not both");
        }
        if (same && (either || switched)) {
            problems.add("--aa compares one TARGET with itself: leave --on, --off and --toggle-… out");
        }
        if (switched && either) {
            problems.add("--toggle-on and --toggle-off switch one TARGET: leave --on and --off out");
        }
        if (options.containsKey("toggle-on") != options.containsKey("toggle-off")) {
            problems.add("--toggle-on and --toggle-off belong together: a command each");
        }
        if (same) {
            return Contrast.NONE;
        }
        return switched ? Contrast.SWITCHED : target == null ? Contrast.TARGETS : Contrast.COOKIES;
    }

    private void check(PlanReader.Reading on, PlanReader.Reading off) {
        Plan plan = on.plan();
        for (PlanReader.Reading arm : List.of(on, off)) {
            if (arm.target() instanceof Target.Url(var uri) && uri.getScheme().startsWith("ws")) {
                problems.addOnce("compare asks over http and https, not by WebSocket: name an http URL of the target");
            }
        }
        if (plan.schedule().requestsPerSession() < 2) {
            problems.add(
                    "--requests-per-session must be at least 2, got 1: the first request of a session, cold in both"
                            + " arms, is kept apart");
        }
        Network network = plan.network();
        if (network.version() == HttpVersion.HTTP_2) {
            if (network.connections() != ConnectionPolicy.POOLED) {
                problems.add("--connections per-session and fresh need --http 1.1 in a comparison");
            }
            if (plain(on) || plain(off)) {
                problems.add("--http 2 needs https in a comparison");
            }
        }
    }

    private static boolean plain(PlanReader.Reading arm) {
        return !(arm.target() instanceof Target.Url(var uri)) || uri.getScheme().equals("http");
    }

    private @Nullable String text(String name) {
        List<String> values = options.get(name);
        return values == null || values.isEmpty() ? null : values.getLast();
    }

    private @Nullable Integer number(String name) {
        String text = text(name);
        return text == null ? null : problems.read(() -> (int) Quantities.whole("--" + name, text, 1, MOST_BLOCKS));
    }

    private @Nullable String journey() {
        String name = text("journey");
        if (name != null && !CLASS_NAME.matcher(name).matches()) {
            throw new BadValue(
                    "--journey must be the name of a class, with its package, got " + Quantities.quoted(name));
        }
        return name;
    }

    private Application application() {
        String text = text("application");
        return text == null ? Application.UNKNOWN : ApplicationReader.parse(text);
    }

    private @Nullable Double minImprovement() {
        String text = text("min-improvement");
        return text == null ? null : Quantities.fraction("--min-improvement", text, Quantities.Bounds.OPEN);
    }
}
