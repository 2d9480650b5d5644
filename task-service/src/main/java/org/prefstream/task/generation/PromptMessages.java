package org.prefstream.task.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.Conversation;
import org.prefstream.labelstudio.task.ShownPrompt;

/**
 * Makes a task's prompt into the messages that a model is asked with: what is shown beside the answers, as the dataset's rows have it. Texts
 * are joined by a blank line and said by the user, conversations stay as they are.
 */
final class PromptMessages {

    private static final String ROLE = "role";
    private static final String SYSTEM = "system";
    private static final String CONTENT = "content";

    private PromptMessages() {
    }

    /**
     * {@return the messages}
     *
     * @param system what the model is told first; empty for nothing. A prompt with a system message of its own keeps that one alone
     * @throws NotAnswered for this task, if nothing in it can be answered
     */
    static List<Map<String, Object>> of(ComparisonSpec pattern, Map<String, Object> data, String system)
            throws NotAnswered {
        Conversation prompt = ShownPrompt.of(pattern, data).conversation();
        if (!prompt.canPrompt() || prompt.isBlank()) {
            throw NotAnswered.forThisTask("Its prompt is empty, or ends with a message that nobody answers.");
        }
        boolean hasSystem = prompt.messages().stream().anyMatch(message -> SYSTEM.equals(message.get(ROLE)));
        List<Map<String, Object>> messages = new ArrayList<>();
        if (!system.isBlank() && !hasSystem) {
            messages.add(system(system));
        }
        messages.addAll(prompt.messages());
        return messages;
    }

    /** {@return the prompt as a text to read, for a task with that data; empty where it has none} */
    static String text(ComparisonSpec pattern, Map<String, Object> data) {
        Conversation prompt = ShownPrompt.of(pattern, data).conversation();
        return prompt.messages().size() == 1 && !prompt.messages().get(0).containsKey("tool_calls")
                ? String.valueOf(prompt.messages().get(0).getOrDefault(CONTENT, ""))
                : transcript(prompt);
    }

    /** {@return a conversation as a text to read: who says what, and which tools are called} */
    static String transcript(Conversation conversation) {
        return conversation.messages().stream().map(PromptMessages::line).collect(Collectors.joining("\n\n"));
    }

    private static String line(Map<String, Object> message) {
        Object calls = message.get("tool_calls");
        return message.get(ROLE) + ": " + message.getOrDefault(CONTENT, "")
                + (calls == null ? "" : " " + Json.write(calls));
    }

    private static Map<String, Object> system(String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put(ROLE, SYSTEM);
        message.put(CONTENT, text);
        return message;
    }
}
