package dev.stickcheck.simulations;

import io.gatling.javaapi.core.ChainBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a journey of its class's name.
final class Journeys {
    private Journeys() {}

    /// A journey that cannot be used. The message is one line.
    static final class BadJourney extends Exception {
        private static final long serialVersionUID = 1;

        BadJourney(String message) {
            super(message);
        }
    }

    static Journey named(String name) throws BadJourney {
        try {
            Class<?> type = Class.forName(name);
            if (!Journey.class.isAssignableFrom(type)) {
                throw new BadJourney(
                        "--journey " + name + " is no journey: it has to extend " + Journey.class.getName());
            }
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Journey) constructor.newInstance();
        } catch (ClassNotFoundException e) {
            throw new BadJourney(
                    "--journey " + name + " was not found: --journey-path names the jar or folder that holds it,"
                            + " and the name has its package");
        } catch (NoSuchMethodException e) {
            throw new BadJourney("--journey " + name + " has no constructor without parameters");
        } catch (InvocationTargetException e) {
            throw thrown(name, e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw thrown(name, e);
        }
    }

    static List<ChainBuilder> steps(Journey journey, Journey.Context context) throws BadJourney {
        String name = journey.getClass().getName();
        List<ChainBuilder> steps;
        try {
            steps = List.copyOf(journey.steps(context));
        } catch (RuntimeException | LinkageError e) {
            throw thrown(name, e);
        }
        if (steps.size() < 2) {
            throw new BadJourney("--journey " + name
                    + " must have at least 2 steps, the first of which is kept apart, got " + steps.size());
        }
        return steps;
    }

    private static BadJourney thrown(String name, @Nullable Throwable thrown) {
        StackTraceElement[] trace = thrown == null ? new StackTraceElement[0] : thrown.getStackTrace();
        return new BadJourney("--journey " + name + " threw " + thrown + (trace.length == 0 ? "" : " at " + trace[0]));
    }
}
