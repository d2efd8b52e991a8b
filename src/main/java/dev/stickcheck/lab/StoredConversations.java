package dev.stickcheck.lab;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Conversations that all instances find in the database, with a cache of one instance before it.
///
/// Another instance may have written since, so nothing is served from the cache unasked: reading fetches what came
/// after the cached messages, and writing claims the positions after them, which the database gives away once only.
/// A cache that was right costs one query instead of two (reading) or three (writing).
final class StoredConversations implements Conversations {
    /// Each attempt means that another writer was faster in between.
    private static final int MOST_ATTEMPTS = 10;

    private final DatabaseSource source;
    private final Cache<String, Conversation> cache = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_HELD)
            .weigher((String id, Conversation conversation) -> conversation.weight())
            .build();

    /// Gives the database, which is opened when somebody asks.
    @FunctionalInterface
    interface DatabaseSource {
        Database open() throws SQLException;
    }

    StoredConversations(DatabaseSource source) {
        this.source = source;
    }

    @Override
    public Conversation begin(Cost cost) throws SQLException {
        Conversation begun = Conversation.begun(UUID.randomUUID().toString());
        try (Connection connection = source.open().connect(cost)) {
            ConversationTables.insert(connection, begun.id());
        }
        cache.put(begun.id(), begun);
        return begun;
    }

    @Override
    public @Nullable Conversation find(String id, Cost cost) throws SQLException {
        try (Connection connection = source.open().connect(cost)) {
            Conversation cached = cache.getIfPresent(id);
            if (cached == null) {
                return load(connection, id);
            }
            List<Conversation.Message> news = ConversationTables.messages(
                    connection, id, cached.messages().size());
            if (news.isEmpty()) {
                cost.hit();
                return cached;
            }
            return remember(cached.with(news));
        }
    }

    @Override
    public @Nullable Conversation say(String id, String text, Cost cost) throws SQLException, Refusal {
        Database database = source.open();
        database.reserve(text);
        try (Connection connection = database.connect(cost)) {
            Conversation known = cache.getIfPresent(id);
            boolean cached = known != null;
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                Conversation before = known == null ? load(connection, id) : known;
                if (before == null) {
                    return null;
                }
                if (before.isFull()) {
                    throw full();
                }
                List<Conversation.Message> exchange = before.exchange(text);
                if (ConversationTables.append(connection, id, before.messages().size(), exchange)) {
                    if (cached && attempt == 0) {
                        cost.hit();
                    }
                    return remember(before.with(exchange));
                }
                known = null;
            }
            throw new Refusal(409, "too many write to this conversation at once: try again");
        }
    }

    @Override
    public boolean mayBeLost() {
        return false;
    }

    static Refusal full() {
        return new Refusal(409, "this conversation is full: begin another");
    }

    private @Nullable Conversation load(Connection connection, String id) throws SQLException {
        return ConversationTables.exists(connection, id)
                ? remember(new Conversation(id, ConversationTables.messages(connection, id, 0)))
                : null;
    }

    /// Of two requests at once the one that knows more is right.
    private Conversation remember(Conversation conversation) {
        cache.asMap()
                .merge(
                        conversation.id(),
                        conversation,
                        (old, fresh) -> old.messages().size() > fresh.messages().size() ? old : fresh);
        return conversation;
    }
}
