package org.prefstream.labelstudio.result;

import org.jspecify.annotations.Nullable;

/** Why an annotator skipped a task, in their words. It is a field of ours beside Label Studio's. */
public final class SkipReason {

    /** Its name in requests, answers, imports and exports. */
    public static final String FIELD = "skip_reason";

    private static final int LONGEST = 1_000;

    private SkipReason() {
    }

    /**
     * Reads what was sent.
     *
     * @param sent a text, or null
     * @param skipped whether the annotation is a skip
     * @return the text without the blanks around it; null where nothing is left of it
     * @throws IllegalArgumentException saying what would be right
     */
    public static @Nullable String read(@Nullable Object sent, boolean skipped) {
        if (sent == null) {
            return null;
        }
        if (!(sent instanceof String text)) {
            throw new IllegalArgumentException("must be a text or null");
        }
        String reason = text.strip();
        if (reason.isEmpty()) {
            return null;
        }
        if (!skipped) {
            throw new IllegalArgumentException("belongs to a skip; leave it out of an annotation with a result");
        }
        if (reason.codePointCount(0, reason.length()) > LONGEST) {
            throw new IllegalArgumentException("must have no more than " + LONGEST + " characters");
        }
        return reason;
    }
}
