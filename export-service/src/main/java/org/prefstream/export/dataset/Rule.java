package org.prefstream.export.dataset;

import java.util.List;

/**
 * What a part of the dataset must be like to be selected.
 *
 * @param otherwise why it is left out
 * @param condition in SQL
 * @param parameters the values for each {@code ?} in the condition: numbers, and lists of numbers for {@code any (?)}
 */
record Rule(LeftOut otherwise, String condition, List<Object> parameters) {

    Rule {
        parameters = List.copyOf(parameters);
    }

    /** {@return the rule for what refers to an annotation, where this one is for the annotation {@code a} itself} */
    Rule ofAnnotationOf(String alias) {
        return new Rule(otherwise,
                "exists (select from annotation_copy a where a.annotation_id = %s.annotation_id and %s)"
                        .formatted(alias, condition),
                parameters);
    }
}
