package org.prefstream.task.web;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.prefstream.kit.idempotency.Idempotency;
import org.prefstream.kit.idempotency.Idempotency.Answer;
import org.prefstream.kit.idempotency.Idempotency.Request;

import io.smallrye.mutiny.Uni;

/** Runs a write and makes the response of its answer; a repeated {@code Idempotency-Key} gets the first one. */
@ApplicationScoped
public class AnsweredOnce {

    private final Idempotency idempotency;

    AnsweredOnce(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /** {@return the response} */
    public Uni<Response> of(Request request, Supplier<Uni<Answer>> work) {
        return idempotency.once(request, work).map(AnsweredOnce::response);
    }

    /** {@return the answer as a response} */
    public static Response response(Answer answer) {
        return Response.status(answer.status()).type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body()).build();
    }
}
