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
}
