package dev.stickcheck.lab;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Conversations that live in the memory of one instance alone: no other instance knows them, and they end with it.
final class RememberedConversations implements Conversations {
    private final Cache<String, Conversation> memory = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_HELD)
            .weigher((String id, Conversation conversation) -> conversation.weight())
            .build();

    @Override
    public Conversation begin(Cost cost) {
        Conversation begun = Conversation.begun(UUID.randomUUID().toString());
        memory.put(begun.id(), begun);
        return begun;
    }

    @Override
    public @Nullable Conversation find(String id, Cost cost) {
        Conversation found = memory.getIfPresent(id);
        if (found != null) {
            cost.hit();
        }
        return found;
    }

    @Override
    public @Nullable Conversation say(String id, String text, Cost cost) throws Refusal {
        Conversation before = find(id, cost);
        if (before != null && before.isFull()) {
            throw StoredConversations.full();
        }
        return memory.asMap().computeIfPresent(id, (key, known) -> known.with(known.exchange(text)));
    }

    @Override
    public boolean mayBeLost() {
        return true;
    }
}
