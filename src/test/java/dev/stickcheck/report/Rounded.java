package dev.stickcheck.report;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/// Records with every number in them cut to ten digits, so that a golden file does not depend on the last digit of a
/// machine's logarithms.
final class Rounded {
    private static final MathContext TEN_DIGITS = new MathContext(10);

    private Rounded() {}

    @SuppressWarnings("unchecked")
    static <T> T of(T value) {
        return (T) rounded(value);
    }

    private static Object rounded(Object value) {
        return switch (value) {
            case Double number
            when Double.isFinite(number) ->
                new BigDecimal(number).round(TEN_DIGITS).doubleValue();
            case List<?> list -> list.stream().map(Rounded::rounded).toList();
            case Record whole -> copy(whole);
            case null, default -> value;
        };
    }

    private static Record copy(Record whole) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = rounded(components[i].getAccessor().invoke(whole));
            }
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<? extends Record> canonical = whole.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
