package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A conversation, as trainers read it: messages of {@code role} and {@code content}. A value of the data is one if it is a
 * list, not empty, whose items all have a text role and a text content; other keys of a message do not travel.
 */
public record Conversation(List<Map<String, String>> messages) {

    public Conversation {
        messages = List.copyOf(messages);
    }

    public static Optional<Conversation> in(@Nullable Object content) {
        if (!(content instanceof List<?> items) || items.isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, String>> messages = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> keys) || !(keys.get("role") instanceof String role)
                    || !(keys.get("content") instanceof String said)) {
                return Optional.empty();
            }
            messages.add(message(role, said));
        }
        return Optional.of(new Conversation(messages));
    }

    public static Conversation none() {
        return new Conversation(List.of());
    }

    public static Conversation one(String role, String content) {
        return new Conversation(List.of(message(role, content)));
    }

    public Conversation and(Conversation more) {
        List<Map<String, String>> all = new ArrayList<>(messages);
        all.addAll(more.messages);
        return new Conversation(all);
    }

    /** {@return the first messages that both have, but never all of either} */
    public Conversation sharedWith(Conversation other) {
        int end = Math.min(messages.size(), other.messages.size()) - 1;
        int shared = 0;
        while (shared < end && messages.get(shared).equals(other.messages.get(shared))) {
            shared++;
        }
        return new Conversation(messages.subList(0, shared));
    }

    public boolean startsWith(Conversation first) {
        return messages.size() >= first.messages.size()
                && messages.subList(0, first.messages.size()).equals(first.messages);
    }

    public Conversation after(Conversation first) {
        return new Conversation(messages.subList(first.messages.size(), messages.size()));
    }

    /** {@return whether an answer may follow: a trainer refuses a prompt that is empty or ends on, say, a system message} */
    public boolean canPrompt() {
        return !messages.isEmpty()
                && List.of("user", "tool", "assistant").contains(messages.get(messages.size() - 1).get("role"));
    }

    public boolean isBlank() {
        return messages.stream().allMatch(message -> message.getOrDefault("content", "").isBlank());
    }

    private static Map<String, String> message(String role, String content) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }
}
