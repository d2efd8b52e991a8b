package dev.stickcheck.lab;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A connection whose statements are counted when they are executed, and take the time that a farther database would.
///
/// It stands between the code that asks and the driver, so that nothing can be asked without being counted.
final class CountedConnection implements InvocationHandler {
    private final Object target;
    private final Cost cost;
    private final Duration distance;

    private CountedConnection(Object target, Cost cost, Duration distance) {
        this.target = target;
        this.cost = cost;
        this.distance = distance;
    }

    static Connection over(Connection connection, Cost cost, Duration distance) {
        return counted(Connection.class, connection, cost, distance);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result =
                method.getName().startsWith("execute") ? executed(method, arguments) : passed(method, arguments);
        return switch (result) {
            case PreparedStatement statement -> counted(PreparedStatement.class, statement, cost, distance);
            case Statement statement -> counted(Statement.class, statement, cost, distance);
            case null, default -> result;
        };
    }

    private @Nullable Object executed(Method method, Object @Nullable [] arguments) throws Throwable {
        long begun = System.nanoTime();
        try {
            travel();
            return passed(method, arguments);
        } finally {
            cost.query(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void travel() throws SQLException {
        try {
            if (distance.isPositive()) {
                Thread.sleep(distance);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted on the way to the database", e);
        }
    }

    private @Nullable Object passed(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T counted(Class<T> type, T target, Cost cost, Duration distance) {
        return type.cast(Proxy.newProxyInstance(
                CountedConnection.class.getClassLoader(),
                new Class<?>[] {type},
                new CountedConnection(target, cost, distance)));
    }
}
