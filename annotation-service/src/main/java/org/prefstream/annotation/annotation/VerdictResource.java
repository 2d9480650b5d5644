package org.prefstream.annotation.annotation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.annotation.task.Progress;
import org.prefstream.annotation.task.ProgressQuery;
import org.prefstream.kit.request.Fields;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.transaction.Transactions;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The page's verdicts. */
@Path("/api/leases/{leaseId}/verdict")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class VerdictResource {

    private final Caller caller;
    private final SubmitVerdict submitVerdict;
    private final ProgressQuery progress;
    private final Transactions transactions;

    VerdictResource(Caller caller, SubmitVerdict submitVerdict, ProgressQuery progress, Transactions transactions) {
        this.caller = caller;
        this.submitVerdict = submitVerdict;
        this.progress = progress;
        this.transactions = transactions;
    }

    record Accepted(@JsonProperty("annotation_id") long annotationId, @JsonProperty("revision") long revision,
            @JsonProperty("progress") Progress progress) {
    }

    @POST
    public Uni<Accepted> submit(@RestPath long leaseId, String body) {
        Person person = caller.person();
        PageVerdict verdict = PageVerdict.of(Fields.of(body));
        return transactions.write(() -> submitVerdict.submit(leaseId, person, verdict))
                .chain(annotation -> progress.of(annotation.projectId, person.id())
                        .map(present -> new Accepted(annotation.id(), annotation.revision, present)));
    }
}
