package org.prefstream.annotation.submission;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.submission.StoreBulk.ItemAnswer;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.web.FieldsList;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Many submits in one request, for scripts and simulators. Each has an answer of its own. */
@Path(BulkResource.PATH)
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {

    static final String PATH = "/api/annotations/bulk";

    private final Caller caller;
    private final StoreBulk storeBulk;

    BulkResource(Caller caller, StoreBulk storeBulk) {
        this.caller = caller;
        this.storeBulk = storeBulk;
    }

    /** The answers come in the order of the submits; one that is refused leaves the others as they are. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> submit(@RestHeader("Idempotency-Key") @Nullable String key, FieldsList request) {
        return storeBulk.store(request, caller.person(), key)
                .map(answers -> Response.ok(json(answers), MediaType.APPLICATION_JSON_TYPE).build());
    }

    private static String json(List<ItemAnswer> answers) {
        return answers.stream().map(ItemAnswer::json).collect(Collectors.joining(",", "[", "]"));
    }
}
