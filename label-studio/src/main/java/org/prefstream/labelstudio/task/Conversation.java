package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A conversation, as trainers read it.
 *
 * @param messages each with {@code role} and {@code content}, both texts; with {@code name} where the speaker has one, and with
 *        {@code tool_calls} and {@code tool_call_id} where tools were called
 */
public record Conversation(List<Map<String, Object>> messages) {

    private static final String ROLE = "role";
    private static final String CONTENT = "content";
    private static final String TOOL_CALLS = "tool_calls";
    /** What OpenAI had before {@code tool_calls}: one call, which is the {@code function} of a call now. */
    private static final String FUNCTION_CALL = "function_call";
    private static final Set<String> ANSWERABLE = Set.of(Speakers.USER, Speakers.TOOL, Speakers.ASSISTANT);

    public Conversation {
        messages = List.copyOf(messages);
    }

    /**
     * {@return the conversation that a value of the data is: a list, not empty, in which every item is a message, or one
     * message alone; nothing if it is none}
     *
     * <p>A message has {@code role} and {@code content} (OpenAI, TRL), {@code from} and {@code value} (ShareGPT), or
     * {@code author} and {@code text} (Label Studio's Paragraphs); {@link Speakers} says which role a speaker has.
     *
     * @param nameKey where a dialogue keeps the speaker; null where the tag does not say
     * @param textKey where a dialogue keeps what was said; null where the tag does not say
     */
    public static Optional<Conversation> in(@Nullable Object value, @Nullable String nameKey,
            @Nullable String textKey) {
        List<?> items = value instanceof List<?> list
                ? list
                : value instanceof Map<?, ?> one ? List.of(one) : List.of();
        Speakers speakers = new Speakers();
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Object item : items) {
            Map<String, Object> message = item instanceof Map<?, ?> keys
                    ? message(keys, nameKey, textKey, speakers)
                    : null;
            if (message == null) {
                return Optional.empty();
            }
            messages.add(message);
        }
        return messages.isEmpty() ? Optional.empty() : Optional.of(new Conversation(messages));
    }

    private static @Nullable Map<String, Object> message(Map<?, ?> keys, @Nullable String nameKey,
            @Nullable String textKey, Speakers speakers) {
        if (textKey != null && keys.get(textKey) instanceof String said) {
            return spoken(keys.get(nameKey == null ? "author" : nameKey), said, speakers);
        }
        if (keys.get(ROLE) instanceof String role && !role.isBlank()) {
            return withRole(role, keys);
        }
        if (keys.get("from") instanceof String from && keys.get("value") instanceof String said) {
            return spoken(from, said, speakers);
        }
        return keys.get("author") instanceof String author && keys.get("text") instanceof String said
                ? spoken(author, said, speakers)
                : null;
    }

    private static Map<String, Object> spoken(@Nullable Object speaker, String said, Speakers speakers) {
        String name = speaker instanceof String || speaker instanceof Number ? speaker.toString().strip() : "";
        Map<String, Object> message = message(speakers.roleOf(name), said);
        if (!name.isEmpty() && !Speakers.isRole(name)) {
            message.put("name", name);
        }
        return message;
    }

    /** Only a message that calls tools may say nothing. */
    private static @Nullable Map<String, Object> withRole(String role, Map<?, ?> keys) {
        List<?> calls = calls(keys);
        Object content = keys.get(CONTENT);
        String said = content == null && !calls.isEmpty() ? "" : text(content);
        if (said == null) {
            return null;
        }
        Map<String, Object> message = message(Speakers.known(role).orElse(role), said);
        put(message, "name", keys.get("name"));
        put(message, TOOL_CALLS, calls.isEmpty() ? null : calls);
        put(message, "tool_call_id", keys.get("tool_call_id"));
        return message;
    }

    private static void put(Map<String, Object> message, String key, @Nullable Object value) {
        if (value != null) {
            message.put(key, value);
        }
    }

    private static List<?> calls(Map<?, ?> keys) {
        if (keys.get(TOOL_CALLS) instanceof List<?> calls && !calls.isEmpty()) {
            return calls;
        }
        if (!(keys.get(FUNCTION_CALL) instanceof Map<?, ?> function)) {
            return List.of();
        }
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("type", "function");
        call.put("function", function);
        return List.of(call);
    }

    /** A text, or a list of parts that are all texts. */
    private static @Nullable String text(@Nullable Object content) {
        if (!(content instanceof List<?> parts)) {
            return content instanceof String text ? text : null;
        }
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            Object said = part instanceof Map<?, ?> keys ? keys.get("text") : part;
            if (!(said instanceof String text)) {
                return null;
            }
            texts.add(text);
        }
        return String.join("\n\n", texts);
    }

    /** {@return a conversation without messages} */
    public static Conversation none() {
        return new Conversation(List.of());
    }

    /** {@return what the user says, a plain prompt} */
    public static Conversation asked(String text) {
        return new Conversation(List.of(message(Speakers.USER, text)));
    }

    /** {@return what the assistant says, a plain answer} */
    public static Conversation answered(String text) {
        return new Conversation(List.of(message(Speakers.ASSISTANT, text)));
    }

    /** {@return this conversation, gone on with} */
    public Conversation and(Conversation more) {
        List<Map<String, Object>> all = new ArrayList<>(messages);
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
        return new Conversation(messages.subList(0, Math.max(0, shared)));
    }

    /** {@return whether the first messages are those of another conversation} */
    public boolean startsWith(Conversation first) {
        return messages.size() >= first.messages.size()
                && messages.subList(0, first.messages.size()).equals(first.messages);
    }

    /** {@return what follows a conversation that this one starts with} */
    public Conversation after(Conversation first) {
        return new Conversation(messages.subList(first.messages.size(), messages.size()));
    }

    /** {@return whether an answer may follow: a trainer refuses a prompt that is empty or ends on, say, a system message} */
    public boolean canPrompt() {
        return !messages.isEmpty() && ANSWERABLE.contains(messages.get(messages.size() - 1).getOrDefault(ROLE, ""));
    }

    /** {@return whether nobody says or calls anything} */
    public boolean isBlank() {
        return messages.stream()
                .allMatch(message -> String.valueOf(message.getOrDefault(CONTENT, "")).isBlank()
                        && !message.containsKey(TOOL_CALLS));
    }

    private static Map<String, Object> message(String role, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(ROLE, role);
        message.put(CONTENT, content);
        return message;
    }
}
