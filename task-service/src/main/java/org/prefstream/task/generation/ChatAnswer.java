package org.prefstream.task.generation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.StrictJson;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a model answered, read from a chat completion of OpenAI's form.
 *
 * @param text the answer, which may be blank
 * @param tokensIn how many tokens were read; null where the server does not say
 * @param tokensOut how many were written; null where the server does not say
 * @param finishReason why the answer ends; null where the server does not say
 */
record ChatAnswer(String text, @Nullable Integer tokensIn, @Nullable Integer tokensOut, @Nullable String finishReason) {

    private static final String CUT_OFF = "length";
    private static final int REASON_LONGEST = 100;

    /** A chat completion, so far as it is read by name. */
    private record Completion(@JsonProperty("choices") @Nullable Object choices) {
    }

    /**
     * {@return the answer in a body}
     *
     * @throws NotAnswered if there is none
     */
    static ChatAnswer of(String body) throws NotAnswered {
        Map<String, Object> root = object(body);
        Object offered = Json.mapper().convertValue(root, Completion.class).choices();
        Map<String, Object> choice = offered instanceof List<?> choices && !choices.isEmpty()
                ? Json.asObject(choices.get(0))
                : null;
        Map<String, Object> message = choice == null ? null : Json.asObject(choice.get("message"));
        if (choice == null || message == null) {
            throw NotAnswered.yet("The server's answer is no chat completion: it has no choices[0].message.", null);
        }
        String text = text(message.get("content"));
        String reason = choice.get("finish_reason") instanceof String said
                ? said.substring(0, Math.min(said.length(), REASON_LONGEST))
                : null;
        Map<String, Object> usage = Json.asObject(root.get("usage"));
        return new ChatAnswer(text, whole(usage, "prompt_tokens"), whole(usage, "completion_tokens"), reason);
    }

    private static Map<String, Object> object(String body) throws NotAnswered {
        try {
            return StrictJson.readObject(body);
        } catch (JsonRefused refused) {
            throw NotAnswered.yet("The server's answer cannot be read: " + refused.message(), null);
        }
    }

    /** A text, or a list of parts that have texts. */
    private static String text(@Nullable Object content) {
        if (!(content instanceof List<?> parts)) {
            return content instanceof String text ? text : "";
        }
        StringBuilder texts = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Map<?, ?> members && members.get("text") instanceof String text) {
                texts.append(text);
            }
        }
        return texts.toString();
    }

    private static @Nullable Integer whole(@Nullable Map<String, Object> usage, String name) {
        return usage != null && usage.get(name) instanceof Integer count && count >= 0 ? count : null;
    }

    /** Refuses an answer without words, which a model gives now and then. */
    void requireText() throws NotAnswered {
        if (text.isBlank()) {
            throw NotAnswered.yet("The model answered with nothing (finish_reason: " + finishReason + ").", null);
        }
    }

    /** {@return whether the answer ended because it was as long as it may be} */
    boolean isCutOff() {
        return CUT_OFF.equals(finishReason);
    }
}
