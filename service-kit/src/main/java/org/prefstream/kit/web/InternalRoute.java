package org.prefstream.kit.web;

import java.util.Map;

import io.smallrye.mutiny.Uni;

/** Something that other services may ask this one, on the second port, never through the door. */
public interface InternalRoute {

    /** {@return the path below {@code /internal/}, which may name parameters as {@code :id}} */
    String path();

    /**
     * {@return the answer, written as JSON; null for a 404}
     *
     * @param parameters parameters of path and query
     * @param body the JSON body; empty where none was sent
     */
    Uni<? extends Object> answer(Map<String, String> parameters, String body);
}
