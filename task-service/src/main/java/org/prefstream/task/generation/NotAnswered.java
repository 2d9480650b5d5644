package org.prefstream.task.generation;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A model did not answer. The message is a sentence for people. It has no stack trace, since it comes of every retry. */
final class NotAnswered extends Exception {

    private static final long serialVersionUID = 1L;

    private final Remedy remedy;
    private final transient @Nullable Duration retryAfter;

    /** What might help. */
    enum Remedy {
        /** To ask again. */
        RETRY,
        /** Nothing for this task: others may be answered. */
        OTHER_TASK,
        /** Nothing before somebody changes something: no task would be answered. */
        CHANGE
    }

    private NotAnswered(Remedy remedy, String words, @Nullable Duration retryAfter) {
        super(words, null, false, false);
        this.remedy = remedy;
        this.retryAfter = retryAfter;
    }

    /** {@return a failure that may pass} */
    static NotAnswered yet(String words, @Nullable Duration retryAfter) {
        return new NotAnswered(Remedy.RETRY, words, retryAfter);
    }

    /** {@return a failure of this task alone} */
    static NotAnswered forThisTask(String words) {
        return new NotAnswered(Remedy.OTHER_TASK, words, null);
    }

    /** {@return a failure that every task would meet} */
    static NotAnswered byAnybody(String words) {
        return new NotAnswered(Remedy.CHANGE, words, null);
    }

    Remedy remedy() {
        return remedy;
    }

    /** {@return how long the server asks to be left alone; null where it does not say} */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
