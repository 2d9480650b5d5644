package org.prefstream.annotation.submission;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Progress;
import org.prefstream.annotation.copies.ProgressQuery;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The verdicts that the page submits for its leases. */
@Path("/api/leases/{leaseId}/verdict")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class VerdictResource {

    private final Caller caller;
    private final StoreJudgements storeJudgements;
    private final ProgressQuery progress;

    VerdictResource(Caller caller, StoreJudgements storeJudgements, ProgressQuery progress) {
        this.caller = caller;
        this.storeJudgements = storeJudgements;
        this.progress = progress;
    }

    record Accepted(
            @JsonProperty("annotation_id") long annotationId,
            @JsonProperty("revision") long revision,
            @JsonProperty("progress") Progress progress) {
    }

    /** A repeated request gets the same annotation and revision. The progress beside it is always the present one. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Accepted> submit(@RestPath long leaseId, @RestHeader("Idempotency-Key") @Nullable String key,
            Fields sent) {
        Person person = caller.person();
        PageVerdict verdict = PageVerdict.of(sent);
        Request request = new Request(person.id(), "POST", "/api/leases/" + leaseId + "/verdict", key, sent);
        return storeJudgements.store(new LeaseVerdict(leaseId, person, verdict), request, sent)
                .map(answer -> Json.read(answer.body(), LeaseVerdict.Stored.class))
                .chain(stored -> progress.of(stored.projectId(), person.id())
                        .map(present -> new Accepted(stored.annotationId(), stored.revision(), present)));
    }
}
