package org.prefstream.labelstudio.tag;

import java.util.Map;
import java.util.function.Predicate;

import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;

/** Tells whether a value is an answer that its control offers. */
@FunctionalInterface
public interface AnswerRule {

    /** Takes every value: of a control that only its own front end understands. */
    AnswerRule ANYTHING = answer -> {
    };

    /**
     * Checks one answer.
     *
     * @throws ProblemException naming the field that the control does not offer
     */
    void check(Answer answer);

    /**
     * The value of one region.
     *
     * @param field what messages call the value, such as {@code result[0].value}
     * @param control who is answered, as it is for the task
     * @param isCandidate tells which ids stand for something that the control compares
     */
    record Answer(String field, Control control, Map<?, ?> value, Predicate<String> isCandidate) {

        ProblemException invalid(String path, String message) {
            return ProblemException.invalid(field + path,
                    "\"%s\" (%s) %s.".formatted(control.name(), control.type(), message));
        }
    }
}
