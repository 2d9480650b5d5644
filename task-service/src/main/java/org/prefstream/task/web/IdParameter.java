package org.prefstream.task.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/** Reads the parameters of a query that name something by its id. */
public final class IdParameter {

    private IdParameter() {
    }

    /** {@return the id; refused with a 400 where the parameter is absent} */
    public static long required(String name, @Nullable String text) {
        return id(name, text)
                .orElseThrow(() -> ProblemException.invalid(name, "This parameter is required: a " + name + "'s id."));
    }

    /**
     * {@return the id; empty where the parameter is absent or blank}
     *
     * @param name the parameter's, which is what it is an id of
     */
    public static Optional<Long> id(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw ProblemException.invalid(name, "must be a " + name + "'s id");
        }
        return Optional.of(Long.valueOf(text));
    }
}
