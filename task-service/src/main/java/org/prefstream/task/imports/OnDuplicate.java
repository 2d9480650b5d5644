package org.prefstream.task.imports;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/** What an import does with tasks whose twins are in the project already, or come earlier in the import. */
enum OnDuplicate {

    /** They are tasks like all others. */
    KEEP,
    /** They are left out, with the annotations and predictions that they bring. */
    SKIP,
    /** Nothing of the import is stored. */
    FAIL;

    /** {@return what a parameter says; KEEP where it is absent} */
    static OnDuplicate of(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return KEEP;
        }
        for (OnDuplicate known : values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(sent)) {
                return known;
            }
        }
        throw ProblemException.invalid("on_duplicate",
                "must be keep, skip or fail: what to do with tasks that are in the project already");
    }
}
