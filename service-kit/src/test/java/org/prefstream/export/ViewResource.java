package org.prefstream.export;

import jakarta.ws.rs.core.Response;

/** Speaks REST, as it may, also in what is nested in it. */
public final class ViewResource {

    /** What is answered. */
    public record View(Response.Status status) {
    }
}
