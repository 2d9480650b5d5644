package org.prefstream.export.format.training;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * A dataset record as formats read it. Whatever its shape, it has messages: a text prompt is one of the user, a text answer one of
 * the assistant.
 *
 * @param keys the record
 * @param isText whether it is written as texts
 */
record TrainingRow(
        Map<String, Object> keys,
        List<Message> prompt,
        List<Message> chosen,
        List<Message> rejected,
        boolean isText) {

    static final String PROMPT = "prompt";
    static final String CHOSEN = "chosen";
    static final String REJECTED = "rejected";

    TrainingRow {
        prompt = List.copyOf(prompt);
        chosen = List.copyOf(chosen);
        rejected = List.copyOf(rejected);
    }

    /** {@return the row of a record, in JSON on one line} */
    static TrainingRow read(byte[] record) {
        Map<String, Object> keys = Json.readObject(record);
        return new TrainingRow(keys, messages(keys.get(PROMPT), Message.USER),
                messages(keys.get(CHOSEN), Message.ASSISTANT), messages(keys.get(REJECTED), Message.ASSISTANT),
                keys.get(PROMPT) instanceof String);
    }

    private static List<Message> messages(@Nullable Object content, String role) {
        if (content instanceof String text) {
            return List.of(Message.of(role, text));
        }
        List<Message> messages = new ArrayList<>();
        for (Object item : content instanceof List<?> list ? list : List.of()) {
            messages.add(new Message(Objects.requireNonNullElse(Json.asObject(item), Map.of())));
        }
        return messages;
    }

    /** {@return the row in the shape that was asked for; as it is, where that would take a template to write a conversation as text} */
    TrainingRow in(Shape shape) {
        boolean asText = shape == Shape.AUTO ? isText : shape == Shape.TEXT && isSingleTurn();
        return asText == isText ? this : new TrainingRow(keys, prompt, chosen, rejected, asText);
    }

    /** {@return whether it is one question of the user and two answers of the assistant, all of them texts} */
    boolean isSingleTurn() {
        return prompt.size() == 1 && prompt.get(0).role().equals(Message.USER) && hasSingleAnswers()
                && all().allMatch(Message::isText);
    }

    /** {@return whether it has two answers; a text that somebody wrote where nothing is compared is the only one} */
    boolean isPair() {
        return keys.containsKey(REJECTED);
    }

    /** {@return the answers that it has} */
    Stream<List<Message>> answers() {
        return isPair() ? Stream.of(chosen, rejected) : Stream.of(chosen);
    }

    /** {@return whether each answer is one message of the assistant} */
    boolean hasSingleAnswers() {
        return answers().allMatch(answer -> answer.size() == 1 && answer.get(0).role().equals(Message.ASSISTANT));
    }

    /** {@return all messages} */
    Stream<Message> all() {
        return Stream.of(prompt, chosen, rejected).flatMap(List::stream);
    }

    /** {@return the messages of the prompt that are not of the system} */
    List<Message> turns() {
        return hasSystem() ? prompt.subList(1, prompt.size()) : prompt;
    }

    /** {@return whether the system says something first} */
    boolean hasSystem() {
        return !prompt.isEmpty() && prompt.get(0).role().equals(Message.SYSTEM);
    }

    /** {@return what the system says first; empty where it says nothing} */
    String system() {
        return hasSystem() ? prompt.get(0).content() : "";
    }

    String promptText() {
        return prompt.get(prompt.size() - 1).content();
    }

    String chosenText() {
        return chosen.get(0).content();
    }

    String rejectedText() {
        return rejected.get(0).content();
    }

    /** {@return the prompt as its shape has it: a text, or messages} */
    Object promptContent() {
        return content(prompt);
    }

    /** {@return an answer as the row's shape has it: a text, or messages} */
    Object content(List<Message> messages) {
        return isText ? messages.get(0).content() : whole(messages);
    }

    /** {@return messages with all that their record says of them} */
    static List<Map<String, Object>> whole(List<Message> messages) {
        return messages.stream().map(Message::keys).toList();
    }

    /** {@return messages with role and content, and nothing else} */
    static List<Map<String, Object>> plain(List<Message> messages) {
        return messages.stream().map(Message::plain).toList();
    }

    /** {@return the prompt and an answer to it} */
    List<Message> with(List<Message> answer) {
        return Stream.of(prompt, answer).flatMap(List::stream).toList();
    }

    String recordId() {
        return text("record_id");
    }

    /** {@return what is common to all rows of one judgement} */
    String groupId() {
        return text("group_id");
    }

    String text(String key) {
        return String.valueOf(keys.getOrDefault(key, ""));
    }

    /** {@return a number of the record; 0 if it has none} */
    int number(String key) {
        return keys.get(key) instanceof Number number ? number.intValue() : 0;
    }

    /** {@return how much better the chosen answer is, always with a decimal point: loaders would type a whole number otherwise} */
    BigDecimal margin() {
        BigDecimal margin = Objects.requireNonNullElse(Json.asNumber(keys.get("margin")), BigDecimal.ZERO);
        return margin.scale() < 1 ? margin.setScale(1) : margin;
    }

    /** {@return whether the chosen answer comes first in the task's data} */
    boolean isFirstChosen() {
        return number("chosen_index") < number("rejected_index");
    }

    /** {@return what was said of the pair: {@code tie}, {@code both_bad}, or a preference, which it is where the row says nothing} */
    String outcome() {
        return text("outcome");
    }

    boolean isTie() {
        return outcome().equals("tie");
    }

    boolean isBothBad() {
        return outcome().equals("both_bad");
    }

    /** {@return a map that keeps the order of its keys} */
    static Map<String, Object> line(Object... keysAndValues) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            line.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return line;
    }

    /** The shape that a request asks for. */
    enum Shape {
        /** As the dataset has it: texts, unless some of the rows are conversations. */
        AUTO,
        /** Texts, which a conversation of several turns cannot be. */
        TEXT,
        /** Messages. */
        MESSAGES
    }
}
