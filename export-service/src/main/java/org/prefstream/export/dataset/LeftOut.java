package org.prefstream.export.dataset;

import java.util.stream.Stream;

/**
 * Why something that was judged is not in a file. Of several reasons the first one counts, in this order.
 */
public enum LeftOut {

    /** The annotator skipped the task. */
    SKIPPED("The annotator skipped the task."),
    /** Somebody else has judged it. */
    OTHER_ANNOTATOR("Somebody judged it who is not among the annotators that were asked for."),
    /** It was judged before or after. */
    OUTSIDE_DATES("It was judged outside of the dates that were asked for."),
    /** It is a ground truth. */
    GROUND_TRUTH("It is a ground truth."),
    /** A task without a selected annotation. */
    NOTHING_SELECTED("The task has no judgement that was asked for."),
    /** Neither answer is better, and ties were not asked for, or the format has none. */
    TIE_DROPPED("It is a tie."),
    /** Neither answer is better, and nobody kept what was shown. */
    TIE_WITHOUT_TEXTS(
            "It is a tie that was judged before texts of ties were kept, or whose texts are too long to be kept."),
    /** Neither answer can be used. */
    BOTH_BAD("Both answers are bad."),
    /** The annotator could not tell. */
    CANNOT_JUDGE("The annotator could not judge it."),
    /** There is nothing to prefer. */
    IDENTICAL_ANSWERS("Both answers are the same."),
    /** Nobody says anything. */
    EMPTY_TEXT("An answer is blank, or the conversation has no message."),
    /** No answer can follow. */
    LAST_ROLE("The conversation ends on a message that no answer can follow."),
    /** Nothing could be trained on it, for a reason that former versions did not record. */
    NOT_TRAINABLE("Both answers are the same, one is empty, or the conversation is one that no answer can follow."),
    /** Its prompt is in another split. */
    OTHER_SPLIT("Its prompt belongs to another split."),
    /** It is not much better. */
    BELOW_MIN_STRENGTH("The chosen answer is not better by as much as was asked for."),
    /** There is nothing to compare it with. */
    JUDGED_ONCE("Nobody else has judged the two answers, so that there is no agreement."),
    /** The others disagree. */
    BELOW_MIN_AGREEMENT("The judgements of the two answers do not agree as far as was asked for."),
    /** The vote has another result, or none. */
    NOT_THE_MAJORITY("No more than half of the judgements of the two answers say so."),
    /** Another row speaks for it. */
    MERGED("The row of the first judgement that says the same stands for it.");

    private final String why;

    LeftOut(String why) {
        this.why = why;
    }

    /** {@return the reason that a code of {@link org.prefstream.contract.RowlessPair} names; of one that is new, that nothing could be trained on it} */
    static LeftOut ofUntrainable(String code) {
        return Stream.of(IDENTICAL_ANSWERS, EMPTY_TEXT, LAST_ROLE)
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .orElse(NOT_TRAINABLE);
    }

    /** {@return a sentence for people} */
    public String why() {
        return why;
    }
}
