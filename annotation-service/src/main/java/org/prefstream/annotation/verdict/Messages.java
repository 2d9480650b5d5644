package org.prefstream.annotation.verdict;

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
record Messages(List<Map<String, String>> messages) {

    Messages {
        messages = List.copyOf(messages);
    }

    static Optional<Messages> in(@Nullable Object content) {
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
        return Optional.of(new Messages(messages));
    }

    static Messages none() {
        return new Messages(List.of());
    }

    static Messages one(String role, String content) {
        return new Messages(List.of(message(role, content)));
    }

    Messages and(Messages more) {
        List<Map<String, String>> all = new ArrayList<>(messages);
        all.addAll(more.messages);
        return new Messages(all);
    }

    /** {@return the first messages that both have, but never all of either} */
    Messages sharedWith(Messages other) {
        int end = Math.min(messages.size(), other.messages.size()) - 1;
        int shared = 0;
        while (shared < end && messages.get(shared).equals(other.messages.get(shared))) {
            shared++;
        }
        return new Messages(messages.subList(0, shared));
    }

    boolean startsWith(Messages first) {
        return messages.size() >= first.messages.size()
                && messages.subList(0, first.messages.size()).equals(first.messages);
    }

    Messages after(Messages first) {
        return new Messages(messages.subList(first.messages.size(), messages.size()));
    }

    /** {@return whether an answer may follow: a trainer refuses a prompt that is empty or ends on, say, a system message} */
    boolean canPrompt() {
        return !messages.isEmpty()
                && List.of("user", "tool", "assistant").contains(messages.get(messages.size() - 1).get("role"));
    }

    boolean isBlank() {
        return messages.stream().allMatch(message -> message.getOrDefault("content", "").isBlank());
    }

    private static Map<String, String> message(String role, String content) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }
}
