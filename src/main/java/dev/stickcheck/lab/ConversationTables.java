package dev.stickcheck.lab;

import dev.stickcheck.lab.Conversation.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The two tables of the conversations, and the statements that are sent to them.
final class ConversationTables {
    /// SQL standard: integrity constraint violation, unique.
    private static final String NOT_UNIQUE = "23505";

    private ConversationTables() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("create table conversations (id varchar(36) primary key)");
            statement.executeUpdate("""
                    create table messages (
                        conversation varchar(36) not null references conversations (id),
                        position int not null,
                        author varchar(16) not null,
                        text varchar(4000) not null,
                        primary key (conversation, position))""");
        }
    }

    static void insert(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into conversations (id) values (?)")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    static boolean exists(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select id from conversations where id = ?")) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// The messages after the first so many.
    static List<Message> messages(Connection connection, String id, int known) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select author, text from messages where conversation = ? and position > ? order by position")) {
            statement.setString(1, id);
            statement.setInt(2, known);
            List<Message> messages = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    messages.add(new Message(rows.getString(1), rows.getString(2)));
                }
            }
            return messages;
        }
    }

    /// Adds two messages behind the first so many, both or none.
    ///
    /// @return false when others have written there already
    static boolean append(Connection connection, String id, int known, List<Message> exchange) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into messages (conversation, position, author, text) values (?, ?, ?, ?), (?, ?, ?, ?)")) {
            int place = 1;
            int position = known;
            for (Message message : exchange) {
                statement.setString(place++, id);
                statement.setInt(place++, ++position);
                statement.setString(place++, message.author());
                statement.setString(place++, message.text());
            }
            statement.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (NOT_UNIQUE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
