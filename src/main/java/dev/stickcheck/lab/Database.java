package dev.stickcheck.lab;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// The database that the instances of a lab share, behind one pool of connections.
///
/// In a PostgreSQL the lab has a schema of its own, which it drops again: what else is there stays as it was.
final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    private static final int PATIENCE_SECONDS = 3;
    /// What is kept in the memory of this process has an end, in characters.
    private static final long MOST_STORED = 128_000_000;

    private static final int AROUND_A_TEXT = 200;

    private final HikariDataSource pool;
    private final Duration distance;
    private final String farewell;
    private final @Nullable AtomicLong room;

    private Database(HikariDataSource pool, Duration distance, String farewell, @Nullable AtomicLong room) {
        this.pool = pool;
        this.distance = distance;
        this.farewell = farewell;
        this.room = room;
    }

    static Database open(Work work) throws SQLException {
        DatabaseUrl url = work.database();
        String name = "stickcheck_lab_" + UUID.randomUUID().toString().replace('-', '_');
        // An unquoted name is kept in capitals by H2, and in small letters by PostgreSQL.
        String schema = url == null ? name.toUpperCase(Locale.ROOT) : name;
        DataSource source = url == null ? embedded(schema) : postgresql(url);
        // Before there is a pool, so that its failure is the driver's own and is not logged by the pool.
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("create schema " + schema);
            connection.setSchema(schema);
            ConversationTables.create(connection);
        }
        // Else the first logger of this process says on stderr that nobody takes what it logs.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setSchema(schema);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Duration.ofSeconds(PATIENCE_SECONDS).toMillis());
        config.setInitializationFailTimeout(-1);
        config.setPoolName("lab-database");
        return new Database(
                new HikariDataSource(config),
                work.databaseLatency(),
                url == null ? "shutdown" : "drop schema " + schema + " cascade",
                url == null ? new AtomicLong(MOST_STORED) : null);
    }

    /// A connection whose statements are noted as a request's cost.
    Connection connect(Cost cost) throws SQLException {
        return CountedConnection.over(pool.getConnection(), cost, distance);
    }

    /// Takes the room for this and its answer.
    ///
    /// @throws Refusal when the lab's own database is full
    void reserve(String text) throws Refusal {
        if (room != null && room.addAndGet(-text.length() - AROUND_A_TEXT) < 0) {
            throw new Refusal(507, "the lab's database is full: start another lab");
        }
    }

    /// Leaves nothing of the lab in the database.
    @Override
    public void close() {
        if (pool.isClosed()) {
            return;
        }
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(farewell);
        } catch (SQLException e) {
            // A database that is gone keeps what it has; there is nobody left to tell.
        }
        pool.close();
    }

    private static DataSource embedded(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE");
        return source;
    }

    private static DataSource postgresql(DatabaseUrl url) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(PATIENCE_SECONDS);
        source.setSocketTimeout(2 * PATIENCE_SECONDS);
        source.setLoginTimeout(PATIENCE_SECONDS);
        source.setUrl(url.text());
        return source;
    }
}
