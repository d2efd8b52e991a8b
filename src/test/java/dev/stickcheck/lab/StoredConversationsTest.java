package dev.stickcheck.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a request says that it cost, beside what the database itself counted.
@SuppressWarnings("NullAway.Init")
class StoredConversationsTest {
    private Database database;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(new Work(false, null, Duration.ZERO, Duration.ZERO));
        try (Connection connection = database.connect(new Cost());
                Statement statement = connection.createStatement()) {
            statement.execute("set query_statistics true");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void costWhatTheDatabaseCounts() throws Exception {
        Conversations one = new StoredConversations(() -> database);
        Conversations other = new StoredConversations(() -> database);
        Cost cost = new Cost();

        String id = one.begin(cost).id();
        one.say(id, "hello", cost);
        other.find(id, cost);
        other.say(id, "hello from elsewhere", cost);
        one.say(id, "one more", cost);
        one.find(id, cost);
        one.find("none", cost);

        // begun 1, said 1, read elsewhere 2, said there 1, said with an old cache 1 + 3, read 1, unknown 1
        assertThat(cost.queries()).isEqualTo(11);
        assertThat(succeeded())
                .as("all but the claim on positions that were taken")
                .isEqualTo(10);
    }

    /// What H2 itself counted.
    private long succeeded() throws SQLException {
        try (Connection connection = database.connect(new Cost());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select sum(execution_count) from information_schema.query_statistics
                        where sql_statement like '%conversation%' and sql_statement not like '%statistics%'""")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void tellWhatAnotherInstanceWroteSince() throws Exception {
        Conversations one = new StoredConversations(() -> database);
        Conversations other = new StoredConversations(() -> database);
        String id = one.begin(new Cost()).id();
        other.say(id, "hello", new Cost());
        Cost stale = new Cost();
        Cost fresh = new Cost();

        assertThat(one.find(id, stale).messages()).hasSize(2);
        assertThat(one.find(id, fresh).messages()).hasSize(2);

        assertThat(stale.headers()).containsEntry("X-Cache", "MISS").containsEntry("X-DB-Queries", "1");
        assertThat(fresh.headers()).containsEntry("X-Cache", "HIT").containsEntry("X-DB-Queries", "1");
    }

    @Test
    void countAStatementThatFails() throws Exception {
        Cost cost = new Cost();
        try (Connection connection = database.connect(cost);
                Statement statement = connection.createStatement()) {
            assertThat(catchThrowable(() -> statement.execute("nonsense"))).isInstanceOf(SQLException.class);
        }
        assertThat(cost.queries()).isEqualTo(1);
    }

    @Test
    void takeTheTimeOfADatabaseFarAway() throws Exception {
        try (Database far = Database.open(new Work(false, null, Duration.ofMillis(30), Duration.ZERO))) {
            Cost cost = new Cost();
            new StoredConversations(() -> far).begin(cost);
            String timing = cost.headers().get("Server-Timing");
            assertThat(Double.parseDouble(timing.replaceAll("db;dur=([0-9.]+),.*", "$1")))
                    .isGreaterThanOrEqualTo(30);
        }
    }
}
