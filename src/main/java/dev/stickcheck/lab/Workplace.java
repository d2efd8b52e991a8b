package dev.stickcheck.lab;

import dev.stickcheck.lab.StoredConversations.DatabaseSource;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// What the instances of a lab share to do their work: the database, and threads that may block.
///
/// Nothing of it exists before the first request for work, so that a lab that is only asked for its health starts
/// as fast as it can.
final class Workplace implements AutoCloseable {
    private final Work work;
    private final DatabaseSource source = this::database;
    private final Map<String, Application> applications = new HashMap<>();
    private @Nullable ExecutorService threads;
    private @Nullable Database database;
    private boolean closed;

    Workplace(Work work) {
        this.work = work;
    }

    /// Opens a database that the user named, to find out now whether it answers.
    ///
    /// @throws LabProblem when it does not
    void open() {
        DatabaseUrl url = work.database();
        if (url == null) {
            return;
        }
        try {
            database();
        } catch (SQLException e) {
            // The driver's own words may repeat the user's name.
            throw LabProblem.unavailable("the database " + url.shown() + " " + why(e), e);
        }
    }

    /// The application of one instance, in a new life: nothing is left of what it had in its last one.
    synchronized Application application(Vertx vertx, String instance, Duration latency) {
        Application application = new Application(vertx, instance, latency, this);
        Application before = applications.put(instance, application);
        if (before != null) {
            before.close();
        }
        return application;
    }

    Work work() {
        return work;
    }

    Conversations conversations() {
        return work.inMemory() ? new RememberedConversations() : new StoredConversations(source);
    }

    /// Runs it on a virtual thread of its own, unless the lab is closing.
    synchronized void run(Runnable task) {
        if (closed) {
            return;
        }
        if (threads == null) {
            threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("lab-work-", 0).factory());
        }
        threads.execute(task);
    }

    @Override
    public void close() {
        ExecutorService working = closing();
        if (working != null) {
            working.shutdownNow();
            // Not under the lock, which those who work may be waiting for.
            working.close();
        }
        leave();
    }

    private synchronized @Nullable ExecutorService closing() {
        closed = true;
        return threads;
    }

    private synchronized void leave() {
        applications.values().forEach(Application::close);
        if (database != null) {
            database.close();
        }
    }

    private synchronized Database database() throws SQLException {
        if (closed) {
            throw new SQLException("the lab is closed");
        }
        if (database == null) {
            database = Database.open(work);
        }
        return database;
    }

    private static String why(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> "refuses this user or password: check user and password in its URL, or ~/.pgpass";
            case "3D" -> "does not exist on that server: create it, or name another";
            case "42" -> "does not let this user create a schema: grant create on it";
            case "08" -> "does not answer: is it running, and is this its host and port?";
            default -> "cannot be used (SQL state " + (state.isEmpty() ? "unknown" : state) + ")";
        };
    }
}
