package org.prefstream.annotation.dataset;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.RowlessPair;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Conversation;
import org.prefstream.labelstudio.task.ShownContent;
import org.prefstream.labelstudio.task.ShownPrompt;

/**
 * Reads a comparison as training data. Prompt, chosen and rejected are all texts, unless the prompt or any candidate is a
 * conversation. Then all three are lists of messages: a plain prompt becomes the user's message, a plain answer the
 * assistant's.
 */
final class TrainingText {

    private final ShownPrompt prompt;
    private final List<ShownContent> candidates;
    private final boolean conversational;
    /** One text for all rows: a ranking gives thousands of them. */
    private final String promptText;

    private TrainingText(ShownPrompt prompt, List<ShownContent> candidates) {
        this.prompt = prompt;
        this.candidates = candidates;
        this.promptText = prompt.text();
        this.conversational = prompt.isConversation()
                || candidates.stream().anyMatch(ShownContent.Messages.class::isInstance);
    }

    static TrainingText of(Shown shown, Comparison comparison) {
        return new TrainingText(new ShownPrompt(shown.prompt(comparison)),
                comparison.candidates().stream().map(candidate -> ShownContent.parse(candidate.content())).toList());
    }

    /**
     * {@return the row that says that one candidate is better than another, or why no trainer could learn from it: the candidates are
     * the same, one of them is blank, or a conversation has no prompt that can be answered}
     *
     * @param chosen index of the better candidate in data order
     * @param rejected index of the worse candidate in data order
     */
    Pair pair(int chosen, int rejected) {
        ShownContent better = candidates.get(chosen);
        ShownContent worse = candidates.get(rejected);
        return conversational ? conversation(answer(better), answer(worse)) : texts(text(better), text(worse));
    }

    private Pair texts(String chosen, String rejected) {
        if (chosen.isBlank() || rejected.isBlank()) {
            return Pair.without(RowlessPair.EMPTY_TEXT);
        }
        return chosen.equals(rejected)
                ? Pair.without(RowlessPair.IDENTICAL_ANSWERS)
                : Pair.of(promptText, chosen, rejected);
    }

    /** Both candidates may repeat the conversation so far. Then that conversation is the prompt, and they begin after it. */
    private Pair conversation(Conversation chosen, Conversation rejected) {
        Conversation asked = prompt.conversation();
        Conversation shared = chosen.sharedWith(rejected);
        boolean repeated = shared.startsWith(asked);
        Conversation start = repeated ? shared : asked;
        Conversation better = repeated ? chosen.after(shared) : chosen;
        Conversation worse = repeated ? rejected.after(shared) : rejected;
        if (start.messages().isEmpty() || better.isBlank() || worse.isBlank()) {
            return Pair.without(RowlessPair.EMPTY_TEXT);
        }
        if (better.equals(worse)) {
            return Pair.without(RowlessPair.IDENTICAL_ANSWERS);
        }
        return start.canPrompt()
                ? Pair.of(start.messages(), better.messages(), worse.messages())
                : Pair.without(RowlessPair.LAST_ROLE);
    }

    private static Conversation answer(ShownContent content) {
        return content instanceof ShownContent.Messages said
                ? said.conversation()
                : Conversation.answered(text(content));
    }

    private static String text(ShownContent content) {
        return content instanceof ShownContent.Text shown ? shown.text() : "";
    }

    /**
     * Two candidates, of which either is null.
     *
     * @param row what can be trained on
     * @param code why nothing can
     */
    record Pair(@Nullable Row row, @Nullable String code) {

        private static Pair of(Object prompt, Object chosen, Object rejected) {
            return new Pair(new Row(prompt, chosen, rejected), null);
        }

        private static Pair without(String code) {
            return new Pair(null, code);
        }
    }

    /** A trainable pair: three strings, or three lists of messages. */
    record Row(Object prompt, Object chosen, Object rejected) {
    }
}
