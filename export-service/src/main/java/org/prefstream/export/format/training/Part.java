package org.prefstream.export.format.training;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The names and words of the parameters that say which of the files about the same rows is wanted. */
final class Part {

    static final String NAME = "part";
    /** The rows. */
    static final String DATA = "data";
    /** Where each line of the rows comes from. */
    static final String PROVENANCE = "provenance";
    /** The rows that are left out, and why. */
    static final String REJECTED = "rejected";

    static final String LINT = "lint";
    /** Rows that break a rule are left out. */
    static final String LEAVE_OUT = "leave_out";
    /** There is no file if a row breaks a rule. */
    static final String STRICT = "strict";
    /** The file is the rows that are left out. */
    static final String REPORT = "report";

    static final String CONFLICTS = "conflicts";
    /** Rows that contradict each other stay, and are counted. */
    static final String KEEP = "keep";
    /** All of them are left out. */
    static final String DROP = "drop";

    static final String SHAPE = "shape";
    static final String VARIANT = "variant";

    private Part() {
    }

    /** {@return which file is wanted} */
    static String of(Function<String, @Nullable String> choices) {
        String part = choices.apply(NAME);
        return REPORT.equals(choices.apply(LINT)) ? REJECTED : part == null ? DATA : part;
    }
}
