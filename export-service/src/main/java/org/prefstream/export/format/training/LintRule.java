package org.prefstream.export.format.training;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What a row must be like for the consumer of a format. All files ask the same rules, so a rule remembers no row.
 *
 * @param code the word for what breaks it
 * @param check says in a sentence what is wrong with a row; null if nothing is
 */
record LintRule(LintCode code, Check check) {

    /** {@return a rule that is broken by rows of which something is true} */
    static LintRule not(LintCode code, Predicate<TrainingRow> isBroken, String detail) {
        return new LintRule(code, row -> isBroken.test(row) ? detail : null);
    }

    /** Looks at a row. */
    @FunctionalInterface
    interface Check {

        @Nullable
        String breach(TrainingRow row);
    }
}
