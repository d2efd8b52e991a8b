package dev.stickcheck.lab;

import java.util.ArrayList;
import java.util.List;

/// What a user and the application have said to each other so far.
record Conversation(String id, List<Message> messages) {
    /// More would make every copy of it costly.
    static final int MOST_MESSAGES = 400;

    Conversation {
        messages = List.copyOf(messages);
    }

    /// @param author `user` or `application`
    record Message(String author, String text) {}

    static Conversation begun(String id) {
        return new Conversation(id, List.of());
    }

    /// What the user says next, and the answer, which shows how much of the conversation the application knows.
    List<Message> exchange(String text) {
        int known = messages.size();
        return List.of(
                new Message("user", text),
                new Message(
                        "application",
                        known == 0 ? "Nice to meet you." : "I remember " + known + " messages before this one."));
    }

    Conversation with(List<Message> more) {
        List<Message> all = new ArrayList<>(messages);
        all.addAll(more);
        return new Conversation(id, all);
    }

    boolean isFull() {
        return messages.size() >= MOST_MESSAGES;
    }

    /// About what it takes in memory, for caches that are bounded by it.
    int weight() {
        int characters = id.length();
        for (Message message : messages) {
            characters += message.text().length() + 50;
        }
        return characters;
    }
}
