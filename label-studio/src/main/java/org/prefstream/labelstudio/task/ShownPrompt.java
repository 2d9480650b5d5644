package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownAs;

/**
 * What an answer answers to: everything that was shown beside it except captions, in document order, whatever tag showed it. Texts
 * are joined by a blank line, and are the user's message in a conversation.
 */
public record ShownPrompt(List<ShownContent> parts) {

    public ShownPrompt {
        parts = List.copyOf(parts);
    }

    /**
     * {@return all that a task with that data shows and nothing compares}
     *
     * @param pattern the project's spec, in which Repeaters are not yet repeated
     */
    public static ShownPrompt of(ComparisonSpec pattern, Map<String, Object> data) {
        return new ShownPrompt(Expansion.of(pattern, data)
                .objects()
                .stream()
                .filter(object -> object.shownAs() == ShownAs.PROMPT)
                .map(object -> ShownContent.of(object, ValueExpression.of(object.value()).read(data)))
                .toList());
    }

    /** {@return whether a conversation is among it} */
    public boolean isConversation() {
        return parts.stream().anyMatch(ShownContent.Messages.class::isInstance);
    }

    /** {@return its texts} */
    public String text() {
        return joined(parts);
    }

    /** {@return all of it as a conversation; one without messages where it says nothing} */
    public Conversation conversation() {
        Conversation messages = Conversation.none();
        List<ShownContent> texts = new ArrayList<>();
        for (ShownContent part : parts) {
            if (part instanceof ShownContent.Messages said) {
                messages = messages.and(asked(texts)).and(said.conversation());
                texts.clear();
            } else {
                texts.add(part);
            }
        }
        return messages.and(asked(texts));
    }

    private static Conversation asked(List<ShownContent> texts) {
        String text = joined(texts);
        return text.isEmpty() ? Conversation.none() : Conversation.asked(text);
    }

    private static String joined(List<ShownContent> parts) {
        return parts.stream()
                .map(part -> part instanceof ShownContent.Text shown ? shown.text() : "")
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
