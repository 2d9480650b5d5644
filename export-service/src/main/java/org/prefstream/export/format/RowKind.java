package org.prefstream.export.format;

import java.util.Locale;

/** What a format has a row for. */
public enum RowKind {

    /** A task, with all of its annotations. */
    TASK("No task that was selected has been judged or skipped yet."),
    /** An annotation, with the data of its task. */
    ANNOTATION("No task that was selected has an annotation yet; skips make no rows."),
    /** A dataset record. */
    PREFERENCE(
            "There are no preferences to export yet: ties, skips and answers without a better one make no rows to train on.");

    private final String whyNone;

    RowKind(String whyNone) {
        this.whyNone = whyNone;
    }

    /** {@return the word for it in the API} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return a sentence for people about a file without rows, in ASCII} */
    public String whyNone() {
        return whyNone;
    }
}
