package dev.stickcheck.lab;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The conversations as one instance sees them.
sealed interface Conversations permits StoredConversations, RememberedConversations {
    /// What an instance holds of conversations at most, in characters.
    long MOST_HELD = 16_000_000;

    /// A new conversation, with an id that nobody guesses.
    Conversation begin(Cost cost) throws SQLException;

    /// The conversation of this id, or null when this instance cannot find it.
    @Nullable
    Conversation find(String id, Cost cost) throws SQLException;

    /// The conversation after the user said this and was answered, or null when this instance cannot find it.
    ///
    /// @throws Refusal when it takes no more
    @Nullable
    Conversation say(String id, String text, Cost cost) throws SQLException, Refusal;

    /// Whether one that is not found may have been lost with the instance that knew it.
    boolean mayBeLost();
}
