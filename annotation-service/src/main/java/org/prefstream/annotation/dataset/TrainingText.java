package org.prefstream.annotation.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Shown.Part;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.Comparison;
import org.prefstream.labelstudio.task.Conversation;

/**
 * How a comparison reads as training data: prompt, chosen and rejected are all texts, or, where the prompt or any candidate is
 * a conversation, all lists of messages (a plain prompt then is the user's message, a plain answer the assistant's).
 *
 * <p>Other values than text and conversations are read as compact JSON, nothing as the empty text. The prompt is made of the
 * text objects that are not compared, in document order, joined by a blank line; pictures, sound and the like are no text.
 */
final class TrainingText {

    private static final Set<String> TEXT_TAGS = Set.of("text", "hypertext", "paragraphs", "markdown");

    private final List<Object> prompt;
    private final Comparison comparison;
    private final boolean conversational;

    private TrainingText(List<Object> prompt, Comparison comparison) {
        this.prompt = prompt;
        this.comparison = comparison;
        this.conversational = Stream
                .concat(prompt.stream(), comparison.candidates().stream().map(Comparison.Candidate::content))
                .anyMatch(content -> Conversation.in(content).isPresent());
    }

    static TrainingText of(Shown shown, Comparison comparison) {
        List<Object> prompt = new ArrayList<>();
        for (Part part : shown.prompt()) {
            Object content = part.content();
            if (content != null && (isText(shown, part) || Conversation.in(content).isPresent())) {
                prompt.add(content);
            }
        }
        return new TrainingText(prompt, comparison);
    }

    /**
     * {@return the row that says that one candidate is better than another; nothing where no trainer could learn from it:
     * the answers are the same or one of them is blank, or a conversation has no prompt that can be answered}
     */
    Optional<Row> row(int chosen, int rejected) {
        Object better = comparison.candidates().get(chosen).content();
        Object worse = comparison.candidates().get(rejected).content();
        return conversational ? conversation(answer(better), answer(worse)) : texts(text(better), text(worse));
    }

    private Optional<Row> texts(String chosen, String rejected) {
        if (chosen.isBlank() || rejected.isBlank() || chosen.equals(rejected)) {
            return Optional.empty();
        }
        return Optional.of(new Row(joined(prompt), chosen, rejected));
    }

    /** Where both candidates repeat the conversation so far, that is the prompt and they begin after it. */
    private Optional<Row> conversation(Conversation chosen, Conversation rejected) {
        Conversation asked = promptMessages();
        Conversation shared = chosen.sharedWith(rejected);
        boolean repeated = shared.startsWith(asked);
        Conversation start = repeated ? shared : asked;
        Conversation better = repeated ? chosen.after(shared) : chosen;
        Conversation worse = repeated ? rejected.after(shared) : rejected;
        if (!start.canPrompt() || better.isBlank() || worse.isBlank() || better.equals(worse)) {
            return Optional.empty();
        }
        return Optional.of(new Row(start.messages(), better.messages(), worse.messages()));
    }

    private Conversation promptMessages() {
        Conversation messages = Conversation.none();
        List<Object> texts = new ArrayList<>();
        for (Object part : prompt) {
            Optional<Conversation> conversation = Conversation.in(part);
            if (conversation.isPresent()) {
                messages = messages.and(asked(texts)).and(conversation.get());
                texts.clear();
            } else {
                texts.add(part);
            }
        }
        return messages.and(asked(texts));
    }

    private static Conversation asked(List<Object> texts) {
        String text = joined(texts);
        return text.isEmpty() ? Conversation.none() : Conversation.one("user", text);
    }

    private static Conversation answer(@Nullable Object content) {
        return Conversation.in(content).orElseGet(() -> Conversation.one("assistant", text(content)));
    }

    private static String joined(List<Object> parts) {
        return parts.stream()
                .map(TrainingText::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(@Nullable Object content) {
        if (content == null) {
            return "";
        }
        return content instanceof String text ? text : Json.write(content);
    }

    private static boolean isText(Shown shown, Part part) {
        return shown.object(part)
                .filter(object -> TEXT_TAGS.contains(object.tag().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** A trainable pair: three strings, or three lists of messages. */
    record Row(Object prompt, Object chosen, Object rejected) {
    }
}
