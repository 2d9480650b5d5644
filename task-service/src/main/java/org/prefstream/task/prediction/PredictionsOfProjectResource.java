package org.prefstream.task.prediction;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Idempotency;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.ReadPredictions;
import org.prefstream.task.task.WritePredictions;
import org.prefstream.task.task.WritePredictions.SentPrediction;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** Many predictions of one project at once, and of which models they are. */
@Path("/api/projects/{id}")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class PredictionsOfProjectResource {

    private final Caller caller;
    private final Projects projects;
    private final ReadPredictions read;
    private final WritePredictions write;
    private final Idempotency idempotency;
    private final Transactions transactions;

    PredictionsOfProjectResource(Caller caller, Projects projects, ReadPredictions read, WritePredictions write,
            Idempotency idempotency, Transactions transactions) {
        this.caller = caller;
        this.projects = projects;
        this.read = read;
        this.write = write;
        this.idempotency = idempotency;
        this.transactions = transactions;
    }

    /** How many predictions were stored. */
    record Created(@JsonProperty("created") int created) {
    }

    /** All of them are stored, or none. */
    @POST
    @Path("/import/predictions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> store(@RestPath long id, @RestHeader("Idempotency-Key") @Nullable String key, String body) {
        Person person = caller.person();
        List<SentPrediction> sent = SentPredictions.all(body);
        Request request = new Request(person.id(), "POST", "/api/projects/" + id + "/import/predictions", key, body);
        return idempotency
                .once(request,
                        () -> projects.require(id, person)
                                .chain(project -> sent.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : write.add(sent, (place, of) -> requireIn(id, sent, place, of), person.id())
                                                .map(List::size))
                                .map(count -> Answer.json(201, new Created(count))))
                .map(Answer::response);
    }

    private static void requireIn(long project, List<SentPrediction> sent, int place, @Nullable Long of) {
        if (of == null || of != project) {
            throw SentPredictions
                    .refused("[" + place + "].task: project " + project + " has no task " + sent.get(place).taskId());
        }
    }

    @GET
    @Path("/model-versions")
    public Uni<Response> modelVersions(@RestPath long id) {
        Person person = caller.person();
        return transactions.read(() -> read.modelVersions(id, person))
                .map(versions -> Answer.json(200, versions).response());
    }
}
