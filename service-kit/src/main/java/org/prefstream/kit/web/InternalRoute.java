package org.prefstream.kit.web;

import java.util.Map;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Answers a question that other services may ask this one, on the second port and never through the door. */
public interface InternalRoute {

    /** {@return the path below {@code /internal/}, which may name parameters as {@code :id}} */
    String path();

    /**
     * {@return the answer, which is then written as JSON; null for a 404}
     *
     * @param parameters the parameters of path and query, by name
     * @param body the JSON body; empty where none was sent
     */
    Uni<? extends Object> answer(Map<String, String> parameters, String body);

    /** {@return the id that a parameter is; empty where it is none, of which nothing can be known} */
    static Optional<Long> id(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).filter(PlainIds::isId).map(Long::valueOf);
    }
}
