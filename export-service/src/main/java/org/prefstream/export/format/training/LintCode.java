package org.prefstream.export.format.training;

import java.util.stream.Stream;

/** Why a row is left out of a file. */
enum LintCode {

    /** Its texts cannot be written as UTF-8. */
    LONE_SURROGATE("A text has half of a character (a lone surrogate), on which loaders fail."),
    /** Something is not a text. */
    NON_TEXT_CONTENT("A message calls a tool or answers such a call, which the format cannot say."),
    /** Nobody says anything. */
    EMPTY_TEXT("The prompt or an answer is blank."),
    /** There is nothing to prefer. */
    IDENTICAL_ANSWERS("Both answers are the same."),
    /** It is not one pair of answers. */
    PAIR_COUNT("An answer is not exactly one message of the assistant."),
    /** It has a role that the format does not know. */
    ROLE_NOT_KNOWN("A message has a role that the format does not know."),
    /** The system speaks in the middle. */
    SYSTEM_NOT_FIRST("A message of the system is not the first one."),
    /** Two messages in a row are of the same speaker. */
    ROLE_ALTERNATION("The messages of user and assistant do not alternate, beginning with the user."),
    /** No answer can follow. */
    LAST_ROLE("The last message of the prompt is not one of the user."),
    /** It is a conversation, and texts are wanted. */
    NOT_SINGLE_TURN("The prompt is a conversation, which no text can say without a template."),
    /** It has what the consumer reads as a mark. */
    RESERVED_TOKEN("A text has words that the consumer takes for its own marks."),
    /** It is more than the consumer reads. */
    ROW_TOO_LONG(
            "The row is longer than the consumer reads, at about four characters a token, or one of scripts such as Chinese."),
    /** Nobody knows what wrote an answer. */
    MODEL_NOT_KNOWN("The data does not say which model wrote an answer."),
    /** The same answer was taken from another pair of the same judgement. */
    REPEATED_ANSWER("The same answer is taken from another pair of the same ranking."),
    /** Another row says the contrary, and the request wants neither. */
    CONFLICTING_DUPLICATE("Other rows with the same prompt and the same two answers prefer the other one."),
    /** Nobody prefers either, and rows of ties were asked for. */
    TIE_DROPPED("It is a tie, of which the format can have no row."),
    /** It is chosen of its pair, and not the best one. */
    BEATEN_ANSWER("Another answer of the same ranking is better.");

    private final String why;

    LintCode(String why) {
        this.why = why;
    }

    /** {@return what a code means; of one that a later version has written, that nothing could be trained on the pair} */
    static String why(String code) {
        return Stream.of(values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(LintCode::why)
                .orElse("Nothing could be trained on the pair.");
    }

    /** {@return a sentence for people, in ASCII} */
    String why() {
        return why;
    }
}
