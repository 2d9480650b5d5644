package org.prefstream.export;

import jakarta.ws.rs.core.Response;

/** Speaks REST without being a resource. */
public final class AnswersByItself {

    public Response answer() {
        return Response.noContent().build();
    }
}
