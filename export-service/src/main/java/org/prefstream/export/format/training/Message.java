package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message of a conversation.
 *
 * @param keys all that the record says of it: {@code role} and {@code content}, and others where there are any
 */
record Message(Map<String, Object> keys) {

    static final String SYSTEM = "system";
    static final String USER = "user";
    static final String ASSISTANT = "assistant";

    private static final String ROLE = "role";
    private static final String CONTENT = "content";
    /** What a message has that no text can say. */
    private static final List<String> TOOLS = List.of("tool_calls", "tool_call_id");

    static Message of(String role, String content) {
        return named(ROLE, role, CONTENT, content);
    }

    private static Message named(String roleKey, String role, String contentKey, String content) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(roleKey, role);
        keys.put(contentKey, content);
        return new Message(keys);
    }

    String role() {
        return String.valueOf(keys.getOrDefault(ROLE, ""));
    }

    String content() {
        return keys.get(CONTENT) instanceof String text ? text : "";
    }

    /** {@return whether it is a text and nothing else} */
    boolean isText() {
        return keys.get(CONTENT) instanceof String && TOOLS.stream().noneMatch(keys::containsKey);
    }

    /** {@return whether it says nothing and calls nothing} */
    boolean isBlank() {
        return isText() && content().isBlank();
    }

    /** {@return role and content, and nothing else} */
    Map<String, Object> plain() {
        return of(role(), content()).keys();
    }

    /** {@return role and content under other names} */
    Map<String, Object> as(String roleKey, String role, String contentKey) {
        return named(roleKey, role, contentKey, content()).keys();
    }
}
